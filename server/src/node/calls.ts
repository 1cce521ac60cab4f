import * as fs from 'node:fs';
import { promisify } from 'node:util';
import { patiently } from './patience.js';
import { type Steps, step } from './steps.js';

const { O_NOCTTY, O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = fs.constants;
/** Never waits for a pipe's other end, never takes a terminal over. Windows lacks these flags, which leaves zero. */
const READ = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW;

const later = {
  realPath: promisify(fs.realpath.native),
  readLink: promisify(fs.readlink),
  lstat: promisify(fs.lstat),
  fstat: promisify(fs.fstat),
  open: promisify(fs.open),
  close: promisify(fs.close),
  read: promisify(fs.read),
  names: promisify(fs.readdir),
};

/** Where a path leads, with every symbolic link followed. */
export const realPath = (path: string): Steps<string> =>
  step(
    () => fs.realpathSync.native(path),
    () => later.realPath(path),
  );

/** What a symbolic link says, relative to its folder. */
export const readLink = (path: string): Steps<string> =>
  step(
    () => fs.readlinkSync(path),
    () => later.readLink(path),
  );

/** Of the path itself, where it is a symbolic link. */
export const lstat = (path: string): Steps<fs.Stats> =>
  step(
    () => fs.lstatSync(path),
    () => later.lstat(path),
  );

/** Of the file that was opened, whatever its path leads to by now. */
export const fstat = (descriptor: number): Steps<fs.Stats> =>
  step(
    () => fs.fstatSync(descriptor),
    () => later.fstat(descriptor),
  );

/** For reading; refuses a symbolic link. */
export const open = (path: string): Steps<number> =>
  step(
    () => fs.openSync(path, READ),
    () => later.open(path, READ),
  );

/** Gives the descriptor back. */
export const close = (descriptor: number): Steps<void> =>
  step(
    () => fs.closeSync(descriptor),
    () => later.close(descriptor),
  );

/** Bytes read into a buffer from an offset on; 0: the end. */
export const read = (descriptor: number, buffer: Buffer, offset: number): Steps<number> =>
  step(
    () => patiently(() => fs.readSync(descriptor, buffer, { offset })),
    async () => (await later.read(descriptor, buffer, offset, buffer.length - offset, null)).bytesRead,
  );

/** What is in a folder, without `.` and `..`, in any order. */
export const names = (folder: string): Steps<readonly string[]> =>
  step(
    () => fs.readdirSync(folder),
    () => later.names(folder),
  );

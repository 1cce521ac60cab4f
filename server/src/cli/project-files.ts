import path from 'node:path';
import type { FileLookup, FileReader, FolderLookup } from '../core/config/file-reader.js';
import type { DecodedText } from '../core/syntax/bytes.js';
import { listFolderNow, readFileNow } from '../node/disk.js';
import { createRootFinder } from './project-root.js';

/** Texts that stand for files: what was read from standard input, and files with fixes that aren't written yet. */
export type Overlay = ReadonlyMap<string, DecodedText>;

/** The files of a run, each read once, however many configurations include it. */
export interface ProjectFiles {
  /** A file that somebody named, wherever it is. */
  readonly named: (file: string) => FileLookup;
  /** The folder of the project that a file belongs to; undefined: none. */
  readonly rootOf: (file: string) => string | undefined;
  /** What the configuration in a file may read: where it belongs to a project, nothing outside it. */
  readonly readerFor: (file: string) => FileReader;
}

/** A path as core has it: absolute, with `/` separators. */
export function corePath(file: string, cwd: string): string {
  return withSlashes(path.resolve(cwd, file));
}

/** A path with `/` separators. */
export function withSlashes(file: string): string {
  return file.split(path.sep).join('/');
}

/** `overlay`: what a fix changed, from memory. */
export function createProjectFiles(overlay: Overlay, followsOutside: boolean): ProjectFiles {
  const findRoot = createRootFinder();
  const readers = new Map<string | undefined, FileReader>();
  const readerWithin = (root: string | undefined): FileReader => {
    const reader = readers.get(root) ?? createReader(overlay, root);
    readers.set(root, reader);
    return reader;
  };
  return {
    named: readerWithin(undefined).readFile,
    rootOf: (file) => {
      const root = findRoot(path.normalize(file));
      return root === undefined ? undefined : withSlashes(root);
    },
    readerFor: (file) => readerWithin(followsOutside ? undefined : findRoot(path.normalize(file))),
  };
}

function createReader(overlay: Overlay, root: string | undefined): FileReader {
  const known = new Map<string, FileLookup>();
  const folders = new Map<string, FolderLookup>();
  return {
    readFile: (file) => {
      const answer = known.get(file) ?? readFileNow(file, root);
      known.set(file, answer);
      const text = overlay.get(file);
      const isOutside = answer.status === 'unknown' && answer.reason === 'outside-root';
      return text && !isOutside ? { status: 'found', ...text } : answer;
    },
    listFolder: (folder) => {
      const answer = folders.get(folder) ?? listFolderNow(folder, root);
      folders.set(folder, answer);
      return answer;
    },
  };
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { type Replacement, replaceFile } from '../../server/src/node/replace-file.js';
import type { WriteCalls } from '../../server/src/node/write-calls.js';
import { skipFor } from '../support/skip-for.js';
import { makePipe, mountFile, mountSmallDisk } from '../support/special-files.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';

const OLD = 'protected-mode no\n';
const NEW = 'protected-mode yes\n';
const REPLACEMENT = path.resolve(__dirname, '../../server/src/node/replace-file.js');

describe('a file is replaced', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const request = (file: string, changes: Partial<Replacement> = {}): Replacement => ({
    path: file,
    content: Buffer.from(NEW),
    expected: Buffer.from(OLD),
    ...changes,
  });
  const text = (file: string): string => fs.readFileSync(file, 'utf8');
  /** That nothing lies about. */
  const assertOnly = (...names: readonly string[]) => assert.deepEqual(fs.readdirSync(folder.path).sort(), names);

  it('whole, with its mode, under another inode', () => {
    const file = folder.file('redis.conf', OLD);
    fs.chmodSync(file, 0o640);
    const before = fs.statSync(file);
    assert.equal(replaceFile(request(file)), undefined);
    const after = fs.statSync(file);
    assert.equal(text(file), NEW);
    assert.equal(after.mode, before.mode);
    assert.notEqual(after.ino, before.ino);
    assertOnly('redis.conf');
  });

  it('with its owner', function () {
    if (process.getuid?.() !== 0) return skipFor(this, 'only root may give files away');
    const file = folder.file('redis.conf', OLD);
    fs.chownSync(file, 65534, 65533);
    assert.equal(replaceFile(request(file)), undefined);
    const { uid, gid } = fs.statSync(file);
    assert.deepEqual([uid, gid], [65534, 65533]);
  });

  it('where a symbolic link leads to, and the link stays', () => {
    const file = folder.file('real/redis.conf', OLD);
    fs.symlinkSync('real/redis.conf', folder.of('redis.conf'));
    assert.equal(replaceFile(request(folder.of('redis.conf'))), undefined);
    assert.equal(fs.readlinkSync(folder.of('redis.conf')), 'real/redis.conf');
    assert.equal(text(file), NEW);
    assert.deepEqual(fs.readdirSync(folder.of('real')), ['redis.conf']);
  });

  for (const [what, content] of Object.entries({ longer: NEW.repeat(9), shorter: 'x', empty: '' })) {
    it(`where it is, by a ${what} one, when it has hard links`, () => {
      const file = folder.file('redis.conf', OLD);
      fs.linkSync(file, folder.of('other.conf'));
      assert.equal(replaceFile(request(file, { content: Buffer.from(content) })), undefined);
      assert.equal(text(folder.of('other.conf')), content);
      assertOnly('other.conf', 'redis.conf');
    });
  }

  it('where it is, when it is mounted by itself, as containers have files', function () {
    const file = folder.file('redis.conf', OLD);
    const mount = mountFile(file);
    if (!mount) return skipFor(this, 'no file can be mounted: run this on Linux as root');
    try {
      assert.equal(replaceFile(request(file)), undefined);
      assert.equal(text(file), NEW);
      assertOnly('redis.conf');
    } finally {
      mount.unmount();
    }
    assert.equal(text(file), NEW);
  });

  it('not when it has changed since it was read', () => {
    for (const changed of ['', OLD.slice(0, -1), `${OLD}port 1\n`, OLD.replace('no', 'No')]) {
      for (const isLinked of [false, true]) {
        const file = folder.file('redis.conf', changed);
        if (isLinked) fs.linkSync(file, folder.of('other.conf'));
        assert.match(replaceFile(request(file)) ?? '', /has changed since it was read/);
        assert.equal(text(file), changed);
        if (isLinked) fs.unlinkSync(folder.of('other.conf'));
        assertOnly('redis.conf');
      }
    }
  });

  it('not when it is gone', () => {
    assert.match(replaceFile(request(folder.of('redis.conf'))) ?? '', /has changed since it was read/);
    assertOnly();
  });

  it('when it is new, readable as the user lets files be', () => {
    const file = folder.of('report.json');
    assert.equal(replaceFile({ path: file, content: Buffer.from(NEW) }), undefined);
    assert.equal(text(file), NEW);
    assert.equal(fs.statSync(file).mode & 0o777, 0o666 & ~process.umask());
  });

  it('not when it is a folder, or in a folder that is not there', () => {
    const content = Buffer.from(NEW);
    assert.equal(replaceFile({ path: folder.path, content }), 'is a directory');
    assert.equal(replaceFile({ path: folder.of('no/such/file'), content }), 'there is no such directory');
  });

  it('not when it is a pipe that nobody reads', function () {
    if (process.platform === 'win32') return skipFor(this, 'Windows has no pipes among its files');
    makePipe(folder.of('pipe'));
    assert.equal(replaceFile({ path: folder.of('pipe'), content: Buffer.from(NEW) }), 'nobody reads it');
  });

  it('by writing to it when it is a device', function () {
    if (process.platform !== 'linux') return skipFor(this, 'only Linux has a device that is full');
    const content = Buffer.from(NEW);
    assert.equal(replaceFile({ path: '/dev/null', content }), undefined);
    assert.equal(replaceFile({ path: '/dev/full', content }), 'no space left on the device');
    assert.ok(fs.statSync('/dev/full').isCharacterDevice());
  });

  const failingCalls: readonly (keyof WriteCalls)[] = [
    'openSync',
    'fchownSync',
    'fchmodSync',
    'writeSync',
    'fsyncSync',
    'closeSync',
    'readSync',
    'renameSync',
  ];
  const failing = (name: keyof WriteCalls): WriteCalls => ({
    ...fs,
    [name]: () => {
      throw Object.assign(new Error('planted'), { code: 'EIO' });
    },
  });

  for (const name of failingCalls) {
    it(`not when ${name} fails, and nothing lies about`, () => {
      const file = folder.file('redis.conf', OLD);
      assert.equal(replaceFile(request(file), failing(name)), 'the device failed');
      assert.equal(text(file), OLD);
      assertOnly('redis.conf');
    });
  }

  it('even where the folder cannot be flushed', () => {
    const file = folder.file('redis.conf', OLD);
    let flushes = 0;
    const calls: WriteCalls = {
      ...fs,
      fsyncSync: (descriptor) => {
        if (++flushes > 1) throw Object.assign(new Error('planted'), { code: 'EINVAL' });
        fs.fsyncSync(descriptor);
      },
    };
    assert.equal(replaceFile(request(file), calls), undefined);
    assert.equal(text(file), NEW);
  });

  for (const [what, prepare] of Object.entries({
    'of its own': () => undefined,
    'with hard links': (file: string) => fs.linkSync(file, `${file}.link`),
  })) {
    it(`not on a full disk, when it is one ${what}`, function () {
      const disk = mountSmallDisk(folder.path, 64);
      if (!disk) return skipFor(this, 'no small disk can be mounted: run this on Linux as root');
      try {
        const file = folder.file('redis.conf', OLD);
        prepare(file);
        const names = fs.readdirSync(folder.path).sort();
        const content = Buffer.alloc(200_000, NEW);
        assert.equal(replaceFile(request(file, { content })), 'no space left on the device');
        assert.equal(text(file), OLD);
        assertOnly(...names);
      } finally {
        disk.unmount();
      }
    });
  }

  describe('whole or not at all when its writer is killed', () => {
    const ends: readonly (readonly [when: string, call: keyof WriteCalls, isAfter: boolean, holds: string])[] = [
      ['before a byte is written', 'writeSync', false, OLD],
      ['before it is flushed', 'fsyncSync', false, OLD],
      ['before it is compared', 'readSync', false, OLD],
      ['before it is renamed', 'renameSync', false, OLD],
      ['after it was renamed', 'renameSync', true, NEW],
    ];
    for (const [when, call, isAfter, holds] of ends) {
      it(when, () => {
        const file = folder.file('redis.conf', OLD);
        const { signal } = spawnSync(process.execPath, ['-e', writerKilledAt(call, isAfter, file)]);
        assert.equal(signal, 'SIGKILL');
        assert.equal(text(file), holds);
        const others = fs.readdirSync(folder.path).filter((name) => name !== 'redis.conf');
        assert.ok(
          others.every((name) => name.startsWith('.')),
          'no server takes what is left for a file of its own',
        );
      });
    }
  });

  /** A program that replaces a file and is killed at a call. */
  function writerKilledAt(call: keyof WriteCalls, isAfter: boolean, file: string): string {
    return `
      const fs = require('node:fs');
      const { replaceFile } = require(${JSON.stringify(REPLACEMENT)});
      const call = (...args) => {
        const result = ${isAfter} ? fs.${call}(...args) : undefined;
        process.kill(process.pid, 'SIGKILL');
        return result;
      };
      const content = Buffer.from(${JSON.stringify(NEW)});
      const expected = Buffer.from(${JSON.stringify(OLD)});
      replaceFile({ path: ${JSON.stringify(file)}, content, expected }, { ...fs, ${call}: call });`;
  }
});

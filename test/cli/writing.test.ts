import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Host } from '../../server/src/cli/host.js';
import { run } from '../../server/src/cli/run.js';
import { replaceFile } from '../../server/src/node/replace-file.js';
import { userWithoutRights } from '../support/nobody.js';
import { skipFor } from '../support/skip-for.js';
import { mountSmallDisk } from '../support/special-files.js';
import { type CliRun, openWorkbench, type Workbench } from './cli-process.js';

const OPEN = 'bind 127.0.0.1\nprotected-mode no\nrequirepass some-long-secret-of-ours\n';
const CLOSED = OPEN.replace('mode no', 'mode yes');

describe('what the command line writes', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench.dispose());

  const text = (file: string): string => readFileSync(file, 'utf8');
  const assertRefused = ({ code, out }: CliRun, file: string, reason: string) => {
    assert.equal(code, 2);
    assert.doesNotMatch(out, /Fixed/);
    assert.match(out, /"protected-mode" is "no"/, 'the finding is still there');
    assert.ok(out.includes(`${file}  not written\n  the fixes can't be written: ${reason}\n`), out);
    assert.match(out, /^1 file could not be written\.$/m);
  };

  it('keeps mode and symbolic link', () => {
    const file = bench.file('real/redis.conf', OPEN);
    chmodSync(file, 0o600);
    symlinkSync('real/redis.conf', path.join(bench.folder, 'linked.conf'));
    assert.match(bench.run(['--fix', 'linked.conf']).out, /^Fixed 1 finding in 1 file\.$/m);
    assert.equal(text(file), CLOSED);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(path.dirname(file)), ['redis.conf']);
  });

  it('reaches every name of a file with hard links', () => {
    const file = bench.file('hard.conf', OPEN);
    linkSync(file, path.join(bench.folder, 'hard-too.conf'));
    bench.run(['--fix', 'hard.conf']);
    assert.equal(text(path.join(bench.folder, 'hard-too.conf')), CLOSED);
  });

  const closed: readonly (readonly [what: string, fileMode: number, folderMode: number])[] = [
    ['a read-only file', 0o444, 0o777],
    ['a file in a folder that takes no new one', 0o666, 0o555],
  ];
  for (const [what, fileMode, folderMode] of closed) {
    it(`leaves ${what} as it is, and calls nothing fixed`, function () {
      const uid = userWithoutRights(this);
      if (uid === undefined) return skipFor(this, 'Windows has no such users');
      const file = bench.file(`closed-${fileMode}/redis.conf`, OPEN);
      const folder = path.dirname(file);
      chownSync(file, uid, uid);
      chmodSync(file, fileMode);
      chmodSync(folder, folderMode);
      const run = bench.run(['--fix', 'redis.conf'], { cwd: folder, uid });
      chmodSync(folder, 0o755);
      assertRefused(run, 'redis.conf', 'permission denied');
      assert.equal(text(file), OPEN);
      assert.deepEqual(readdirSync(folder), ['redis.conf']);
    });
  }

  it("keeps the owner of somebody else's file that may be written", function () {
    const uid = userWithoutRights(this);
    if (process.getuid?.() !== 0) return skipFor(this, 'only root may give files away');
    const file = bench.file('shared/redis.conf', OPEN);
    chmodSync(file, 0o666);
    chmodSync(path.dirname(file), 0o777);
    assert.match(bench.run(['--fix', file], uid === undefined ? {} : { uid }).out, /^Fixed 1 finding/m);
    assert.equal(text(file), CLOSED);
    assert.equal(statSync(file).uid, 0);
  });

  it('says which of several files are new and which are old, and counts what was fixed', function () {
    const uid = userWithoutRights(this);
    if (uid === undefined) return skipFor(this, 'Windows has no such users');
    const [first, second] = ['a', 'b'].map((name) => bench.file(`several/${name}.redis.conf`, OPEN));
    assert.ok(first && second);
    for (const file of [first, second]) chownSync(file, uid, uid);
    chmodSync(path.dirname(first), 0o777);
    chmodSync(second, 0o444);
    const { code, out } = bench.run(['--fix', 'several'], { uid });
    assert.equal(code, 2);
    assert.match(out, /^Fixed 1 finding in 1 file\.$/m);
    assert.match(out, /^several\/b\.redis\.conf {2}not written$/m);
    assert.deepEqual([text(first), text(second)], [CLOSED, OPEN]);
  });

  it('is whole or nothing on a full disk', function () {
    const folder = path.join(bench.folder, 'small');
    mkdirSync(folder);
    const disk = mountSmallDisk(folder, 64);
    if (!disk) return skipFor(this, 'no small disk can be mounted: run this on Linux as root');
    try {
      const large = `${OPEN}${'# padding\n'.repeat(3500)}`;
      const file = bench.file('small/redis.conf', large);
      assertRefused(bench.run(['--fix', 'small/redis.conf']), 'small/redis.conf', 'no space left on the device');
      assert.equal(text(file), large);
      bench.file('small/filler', '#'.repeat(20_000));
      const { code, err } = bench.run(['-f', 'sarif', '-o', 'small/report.sarif', 'small/redis.conf']);
      assert.equal(code, 2);
      assert.match(
        err,
        /^redis-conf-lint: --output small\/report\.sarif can't be written: no space left on the device\.$/m,
      );
      assert.deepEqual(readdirSync(folder), ['filler', 'redis.conf']);
    } finally {
      disk.unmount();
    }
  });

  it('is nothing where somebody has changed the file meanwhile', () => {
    const file = bench.file('edited.conf', OPEN);
    const edited = `${OPEN}port 7000\n`;
    const said = { out: '', err: '' };
    const host: Host = {
      cwd: bench.folder,
      env: {},
      isTerminal: false,
      width: 80,
      readStream: () => ({ status: 'found', text: '' }),
      write: (part) => {
        said.out += part;
      },
      writeError: (part) => {
        said.err += part;
      },
      writeStream: () => undefined,
      replaceFile: (request) => {
        writeFileSync(file, edited);
        return replaceFile(request);
      },
    };
    const code = run(['--fix', 'edited.conf'], host);
    assertRefused({ code, ...said }, 'edited.conf', 'it has changed since it was read: run again');
    assert.equal(text(file), edited);
  });

  it('takes the place of an older report, whole', () => {
    const file = bench.file('report.json', 'x'.repeat(100_000));
    bench.file('good.conf', CLOSED);
    bench.run(['-f', 'json', '-o', 'report.json', 'good.conf']);
    assert.equal(JSON.parse(text(file)).version, 2);
  });

  it('goes to standard output by its other names', () => {
    bench.file('good.conf', CLOSED);
    const expected = bench.run(['-f', 'json', 'good.conf']).out;
    assert.equal(bench.run(['-f', 'json', '-o', '-', 'good.conf']).out, expected);
    if (process.platform === 'win32') return;
    assert.equal(bench.run(['-f', 'json', '-o', '/dev/stdout', 'good.conf']).out, expected);
    assert.equal(bench.run(['-f', 'json', '-o', '/dev/fd/1', 'good.conf']).out, expected);
    assert.ok(!existsSync(path.join(bench.folder, '-')));
  });
});

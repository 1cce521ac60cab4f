import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '../../server/src/cli/report.js';
import { userWithoutRights } from '../support/nobody.js';
import { skipFor } from '../support/skip-for.js';
import { makePipe, makeSparseFile } from '../support/special-files.js';
import { type CliRun, openWorkbench, type Workbench } from './cli-process.js';

const CONFIG = 'bind 127.0.0.1\nport 6379\n';
const NOT_REGULAR = /it is not a regular file/;

interface JsonFile {
  readonly path: string;
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

describe('the command line and files that are none', () => {
  let bench: Workbench;
  const at = (name: string) => path.join(bench.folder, name);
  before(async function () {
    if (process.platform === 'win32') return skipFor(this, 'Windows has no devices and pipes among its files');
    bench = await openWorkbench();
    bench.file('redis.conf', CONFIG);
    makePipe(at('pipe'));
    makeSparseFile(at('sparse.conf'), 200_000_000);
    symlinkSync('/dev/zero', at('zero.conf'));
    symlinkSync('loop.conf', at('loop.conf'));
    mkdirSync(at('conf.d'));
  });
  after(() => bench?.dispose());

  describe('named', () => {
    const cases: readonly (readonly [what: string, name: string, reason: RegExp])[] = [
      ['a pipe', 'pipe', NOT_REGULAR],
      ['a device', '/dev/zero', NOT_REGULAR],
      ['a link to a device', 'zero.conf', NOT_REGULAR],
      ['what the kernel makes up', '/proc/self/environ', NOT_REGULAR],
      ['a folder that the kernel makes up', '/proc', NOT_REGULAR],
      ['a pattern for what the kernel makes up', '/proc/[0-9]*/environ', /no file matches/],
      ['a terminal', '/dev/tty', NOT_REGULAR],
      ['a file of 200 MB', 'sparse.conf', /it is larger than 10 MB/],
      ['links in a loop', 'loop.conf', /symbolic links form a loop/],
      ['a bracket that nothing closes', 'a[b.conf', /no file matches|there is no such file/],
      ['a name that is too long', 'n'.repeat(300), /the name is too long/],
    ];
    let run: CliRun;
    let reasons: ReadonlyMap<string, string>;
    before(() => {
      run = bench.run(['--format', 'json', ...cases.map(([, name]) => name)]);
      const { failures }: { failures: readonly Failure[] } = JSON.parse(run.out);
      reasons = new Map(failures.map(({ path: name, reason }) => [name, reason]));
    });
    it('are no crash, but exit code 2', () => assert.equal(run.code, 2));
    for (const [what, name, reason] of cases) {
      it(`are refused: ${what}`, () => assert.match(reasons.get(name) ?? '', reason));
    }
  });

  describe('referred to', () => {
    const cases: readonly (readonly [what: string, line: string, message: RegExp | undefined])[] = [
      ['a device', 'include /dev/zero', /"\/dev\/zero" was not read: it is a device, a pipe/],
      ['a pipe', 'include pipe', /"pipe" was not read: it is a device, a pipe/],
      ['the environment', 'include /proc/self/environ', /"\/proc\/self\/environ" was not read/],
      ['every environment', 'include /proc/*/environ', /"\/proc\/\*\/environ" was not read/],
      ['a list of accounts', 'include /etc/passwd', /"\/etc\/passwd" was not read: it is not a Redis file/],
      [
        'a list of accounts, as ACL file',
        'aclfile /etc/passwd',
        /"\/etc\/passwd" was not read: it is not a Redis file/,
      ],
      ['a file of 200 MB', 'include sparse.conf', /"sparse\.conf" was not read: it is larger than 10 MB/],
      ['a folder, which the server reads as empty', 'include conf.d', undefined],
      ['a folder, as ACL file', 'aclfile conf.d', undefined],
    ];
    let run: CliRun;
    let messages: ReadonlyMap<string, readonly string[]>;
    before(() => {
      const names = cases.map(([, line], index) =>
        path.basename(bench.file(`refers-${index}.conf`, `${CONFIG}${line}\n`)),
      );
      run = bench.run(['--format', 'json', ...names]);
      const { files }: { files: readonly JsonFile[] } = JSON.parse(run.out);
      const told = files.map(({ path: name, findings }) => {
        const own = findings.filter(({ rule }) => rule === 'config-source-unreadable');
        return [name, own.map(({ message }) => message)] as const;
      });
      messages = new Map(told);
    });
    it('are findings and no failures', () => assert.notEqual(run.code, 2));
    it('show nothing', () => assert.doesNotMatch(run.out + run.err, /root:|PATH=/));
    for (const [index, [what, , message]] of cases.entries()) {
      it(`are told once: ${what}`, () => {
        const found = messages.get(`refers-${index}.conf`) ?? ['not linted'];
        assert.equal(found.length, message ? 1 : 0);
        if (message) assert.match(found[0] ?? '', message);
      });
    }
  });

  it('says of a file that may not be read that permission is denied', function () {
    const uid = userWithoutRights(this);
    if (uid === undefined) return skipFor(this, 'Windows has no such users');
    chmodSync(bench.file('closed/redis.conf', CONFIG), 0);
    mkdirSync(at('closed/folder'), { mode: 0 });
    assert.match(bench.run(['closed/folder'], { uid }).out, /^closed\/folder {2}not analysed\n {2}permission denied$/m);
    const { code, out } = bench.run(['closed/redis.conf'], { uid });
    assert.equal(code, 2);
    assert.match(out, /permission denied/);
    bench.file('closed/main.conf', 'include redis.conf\n');
    assert.match(
      bench.run(['main.conf'], { uid, cwd: at('closed') }).out,
      /warning {2}config-source-unreadable\n {2}"redis\.conf" was not read: permission denied\./,
    );
  });

  it('takes a .gitignore that is a folder for none, as git does', () => {
    bench.file('repository/redis.conf', CONFIG);
    mkdirSync(at('repository/.git'));
    mkdirSync(at('repository/.gitignore'));
    const { code, err } = bench.run(['repository']);
    assert.equal(code, 0);
    assert.equal(err, '');
  });
});

describe('the command line and .redis-conf-lint.json that cannot be read', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench.dispose());

  const cases: readonly (readonly [what: string, make: (file: string) => void, reason: RegExp])[] = [
    ['a folder', (file) => mkdirSync(file), /This is not JSON/],
    ['a pipe', makePipe, /This file is not read: it is not a regular file\./],
    ['too large', (file) => makeSparseFile(file, 200_000_000), /This file is not read: it is larger than 10 MB\./],
    [
      'a link to a device',
      (file) => symlinkSync('/dev/zero', file),
      /This file is not read: it is not a regular file\./,
    ],
    [
      'links in a loop',
      (file) => symlinkSync(path.basename(file), file),
      /This file is not read: symbolic links form a loop\./,
    ],
    [
      'a link out of the project',
      (file) => symlinkSync('../elsewhere.json', file),
      /This file is not read: it is outside/,
    ],
  ];
  for (const [what, make, reason] of cases) {
    it(`says so and fails when it is ${what}`, function () {
      if (process.platform === 'win32') return skipFor(this, 'Windows has no such files');
      const folder = what.replaceAll(' ', '-');
      bench.file(`${folder}/redis.conf`, CONFIG);
      mkdirSync(path.join(bench.folder, folder, '.git'));
      make(path.join(bench.folder, folder, '.redis-conf-lint.json'));
      for (const args of [[], ['--effective']]) {
        const { code, out, err } = bench.run([...args, 'redis.conf'], { cwd: path.join(bench.folder, folder) });
        assert.equal(code, 2);
        assert.match(out + err, reason);
      }
    });
  }

  it('says so and fails when it may not be read', function () {
    const uid = userWithoutRights(this);
    if (uid === undefined) return skipFor(this, 'Windows has no such users');
    bench.file('forbidden/redis.conf', CONFIG);
    chmodSync(bench.file('forbidden/.redis-conf-lint.json', '{}'), 0);
    const { code, out } = bench.run(['forbidden'], { uid });
    assert.equal(code, 2);
    assert.match(out, /This file is not read: permission denied\./);
  });

  it('says so and fails when what it extends is outside the project', () => {
    bench.file('base.json', '{}');
    bench.file('extending/redis.conf', CONFIG);
    bench.file('extending/.redis-conf-lint.json', '{ "root": true, "extends": "../base.json" }');
    const { code, out } = bench.run(['extending/redis.conf']);
    assert.equal(code, 2);
    assert.match(out, /base\.json" is not read: it is outside the directory that may be read\./);
    assert.equal(bench.run(['--follow-outside', 'extending/redis.conf']).code, 0);
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from './cli-process.js';

/** A line of the file outside that no other file has. */
const MARK = 'maxclients 4321';

describe('the command line reads for a configuration', () => {
  let bench: Workbench;
  const folder = (name: string) => path.join(bench.folder, name);
  before(async () => {
    bench = await openWorkbench();
    bench.file('outside.conf', `${MARK}\n`);
    for (const project of ['repository', 'work-tree', 'marked', 'loose'])
      bench.file(`${project}/redis.conf`, 'bind 127.0.0.1\ninclude ../outside.conf\n');
    bench.file('repository/deep/er/redis.conf', 'bind 127.0.0.1\ninclude ../../inside.conf\n');
    bench.file('repository/inside.conf', `${MARK}\n`);
    bench.file('repository/by-link.conf', 'include to-outside.conf\n');
    symlinkSync('../outside.conf', folder('repository/to-outside.conf'));
    bench.file('repository/by-pattern.conf', 'include ../*.conf\n');
    mkdirSync(folder('repository/.git'));
    bench.file('work-tree/.git', 'gitdir: ../repository/.git\n');
    bench.file('marked/.redis-conf-lint.json', '{ "root": true }');
    bench.file('loose/.redis-conf-lint.json', '{ "root": false }');
  });
  after(() => bench.dispose());

  const seesMark = (file: string, ...args: readonly string[]): boolean => {
    const cwd = path.dirname(folder(file));
    return /^maxclients +4321 /m.test(bench.run(['--effective', ...args, path.basename(file)], { cwd }).out);
  };

  const cases: readonly (readonly [isRead: boolean, what: string, file: string, ...args: string[]])[] = [
    [false, 'nothing outside a repository', 'repository/redis.conf'],
    [false, 'nothing outside it by a symbolic link', 'repository/by-link.conf'],
    [false, 'nothing outside it by a pattern', 'repository/by-pattern.conf'],
    [true, 'what is inside it, however deep it stands itself', 'repository/deep/er/redis.conf'],
    [false, 'nothing outside a work tree', 'work-tree/redis.conf'],
    [false, 'nothing outside a folder that calls itself the root', 'marked/redis.conf'],
    [true, 'everything where there is no project', 'loose/redis.conf'],
    [true, 'everything when it is told to', 'repository/redis.conf', '--follow-outside'],
    [true, 'everything behind links when it is told to', 'repository/by-link.conf', '--follow-outside'],
  ];
  for (const [isRead, what, ...args] of cases) {
    it(what, () => assert.equal(seesMark(...args), isRead));
  }

  it('says what it did not look at, in a hint, and exits with 0', () => {
    const { code, out } = bench.run(['--format', 'json', 'redis.conf'], { cwd: folder('repository') });
    const [{ findings, startable, unread }] = JSON.parse(out).files;
    const found = findings.find(({ rule }: { rule: string }) => rule === 'config-source-unreadable');
    assert.equal(code, 0);
    assert.equal(found.severity, 'hint');
    assert.match(found.message, /"\.\.\/outside\.conf" was not read: it is outside the project\./);
    assert.equal(startable, null);
    assert.deepEqual(
      unread.map(({ reason }: { reason: string }) => reason),
      ['outside-root'],
    );
  });

  it('a file that is named itself, wherever it is', () => {
    const { code, out } = bench.run(['../outside.conf'], { cwd: folder('repository') });
    assert.equal(code, 0);
    assert.doesNotMatch(out, /not analysed/);
  });

  it('nothing differently because it was named too', () => {
    const { out } = bench.run(['--format', 'json', 'redis.conf', '../outside.conf'], { cwd: folder('repository') });
    assert.deepEqual(
      JSON.parse(out).files.map(({ path: shown }: { path: string }) => shown),
      ['redis.conf', '../outside.conf'],
    );
  });

  it('from a mistake of root in .redis-conf-lint.json no root', () => {
    bench.file('mistaken/redis.conf', 'port 6379\n');
    bench.file('mistaken/.redis-conf-lint.json', '{ "root": "yes" }');
    const { code, out } = bench.run(['redis.conf'], { cwd: folder('mistaken') });
    assert.equal(code, 2);
    assert.match(out, /Expected true or false\./);
  });
});

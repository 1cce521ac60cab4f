import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './cli-process.js';

describe('--effective', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
    bench.file(
      'redis.conf',
      'include base.conf\nmaxclients 200\nrequirepass S3cr-et\nuser app on >S3cr-et ~* &* +get\n',
    );
    bench.file('base.conf', 'maxclients 100\nappendonly yes\n');
  });
  after(() => bench.dispose());

  it('prints each setting with the line that decides', () => {
    const { code, out } = bench.run(['--effective', 'redis.conf']);
    assert.equal(code, 0);
    assert.match(out, /^maxclients +200 {2}\(redis\.conf:2\)$/m);
    assert.match(out, /^appendonly +yes {2}\(base\.conf:2\)$/m);
    assert.match(out, /^port +6379 {2}\(default\)$/m);
  });

  it('prints JSON too', () => {
    const [file] = JSON.parse(bench.run(['--effective', '--format', 'json', 'redis.conf']).out).files;
    const byName = new Map(file.settings.map((setting: { name: string }) => [setting.name, setting]));
    assert.deepEqual(byName.get('maxclients'), {
      name: 'maxclients',
      value: '200',
      source: { path: 'redis.conf', line: 2 },
    });
    assert.deepEqual(byName.get('port'), { name: 'port', value: '6379', source: 'default' });
  });

  it('masks secrets unless it may show them', () => {
    assert.match(bench.run(['--effective', 'redis.conf']).out, /^requirepass +\*{8} /m);
    for (const args of [['--as', 'acl'], ['--format', 'json'], []]) {
      assert.doesNotMatch(bench.run(['--effective', ...args, 'redis.conf']).out, /S3cr|[0-9a-f]{64}/);
    }
    assert.match(bench.run(['--effective', '--show-secrets', 'redis.conf']).out, /^requirepass +S3cr-et /m);
  });

  it('prints the users as ACL LIST does', () => {
    const { out } = bench.run(['--effective', '--as', 'acl', '--target', 'redis-7.2', 'redis.conf']);
    assert.match(out, /^user app on .*#\*{8} ~\* &\* -@all \+get$/m);
    assert.match(out, /^user default on /m);
    const users = bench.run(['--effective', '--as', 'acl', '-'], { stdin: 'user default off\n' }).out;
    assert.match(users, /^user default off .*-@all *$/m);
  });
});

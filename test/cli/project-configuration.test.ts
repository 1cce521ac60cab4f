import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './cli-process.js';

describe('the command line tool and .redis-conf-lint.json', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
    bench.file('.redis-conf-lint.json', '{\n  "target": "redis-7.2", // what runs\n  "ignore": ["vendor/**"]\n}\n');
    bench.file('redis.conf', 'port 6379\nmaxmemroy 100mb\n');
    bench.file('vendor/redis.conf', 'port 6379\nmaxmemroy 100mb\n');
    bench.file('broken/.redis-conf-lint.json', '{\n  "rules": { "net-bind-al": "off" }\n}\n');
    bench.file('broken/redis.conf', 'bind 127.0.0.1\n');
    bench.file('broken/other-redis.conf', 'bind 127.0.0.1\n');
  });
  after(() => bench.dispose());

  const targetOf = (args: readonly string[]) =>
    JSON.parse(bench.run(['--format', 'json', ...args]).out).files[0].target;

  it('takes the target from it', () => assert.equal(targetOf(['redis.conf']), 'redis-7.2'));

  it('lets the command line win', () => assert.equal(targetOf(['--target', 'redis-6.2', 'redis.conf']), 'redis-6.2'));

  it('reports nothing for what it ignores', () => assert.equal(bench.run(['vendor/redis.conf']).code, 0));

  it('names a mistake in it once, with its place, and fails: what it says has no effect', () => {
    const { code, out, err } = bench.run(['broken/redis.conf', 'broken/other-redis.conf']);
    assert.equal(code, 2);
    const named = (out + err).match(/broken\/\.redis-conf-lint\.json:2:14[^\n]*\n[^\n]*Did you mean "net-bind-all"\?/g);
    assert.equal(named?.length, 1);
  });
});

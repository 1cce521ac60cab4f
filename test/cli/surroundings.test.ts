import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openWorkbench, type Workbench } from './cli-process.js';

describe('the report of the command line', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench.dispose());

  it('says which image or chart told the target, and which contradict each other', () => {
    bench.file('told/redis/redis.conf', 'bind 127.0.0.1\nmaxclients 100\n');
    bench.file('told/compose.yml', 'services:\n  cache:\n    image: redis:6.2.6\n');
    const run = (...args: readonly string[]) => bench.run([...args, 'told/redis/redis.conf']).out;
    const target = () => run().match(/^Target .*$/gm);
    const inJson = () => {
      const [file] = JSON.parse(run('--format', 'json')).files;
      return { target: file.target, by: file.targetBy, at: file.targetAt, others: file.targetsDisagreeing };
    };
    assert.deepEqual(target(), ['Target redis-6.2.6: from the image in compose.yml.']);
    const at = { path: 'told/compose.yml', line: 3, column: 12 };
    assert.deepEqual(inJson(), { target: 'redis-6.2.6', by: 'image', at, others: [] });

    bench.file('told/redis/Dockerfile', 'FROM redis:7.2\n');
    assert.deepEqual(target(), [
      'Target redis-8.10: the newest, because Dockerfile says Redis 7.2 and compose.yml says Redis 6.2.6.',
    ]);
    assert.deepEqual(inJson(), {
      target: 'redis-8.10',
      by: 'default',
      at: undefined,
      others: [
        { target: 'redis-7.2', targetBy: 'image', targetAt: { path: 'told/redis/Dockerfile', line: 1, column: 6 } },
        { target: 'redis-6.2.6', targetBy: 'image', targetAt: at },
      ],
    });
    assert.equal(run('--target', 'redis-7.2').match(/^Target .*$/gm), null);
  });

  it('says which file was taken for one of another machine, and fixes nothing that follows from it', () => {
    const text = 'bind 127.0.0.1\ninclude /usr/local/etc/redis/more.conf\nslave-read-only yes\n';
    bench.file('taken/redis.conf', text);
    bench.file('taken/conf/more.conf', 'timeout 5\nslave-serve-stale-data yes\n');
    const run = (...args: readonly string[]) => bench.run(['--target', 'redis-7.2', ...args, 'taken/redis.conf']);
    assert.match(run().out, /^taken\/conf\/more\.conf was taken for \/usr\/local\/etc\/redis\/more\.conf\.$/m);
    const [root, part] = JSON.parse(run('--format', 'json').out).files;
    const at = { path: 'taken/redis.conf', line: 2, column: 9 };
    const named = '/usr/local/etc/redis/more.conf';
    assert.deepEqual(root.takenFor, [{ named, path: 'taken/conf/more.conf', at }]);
    assert.deepEqual(root.undecided, [`more.conf: taken for ${named}`]);
    assert.deepEqual([root.startable, part.startable], [null, null]);
    run('--fix');
    assert.equal(readFileSync(`${bench.folder}/taken/redis.conf`, 'utf8'), text);
  });

  it('says what a file was read as where its name would have one think otherwise', () => {
    bench.file('kind/redis-sentinel-node1.conf', 'bind 127.0.0.1\nappendonly yes\n');
    bench.file('kind/users.list', 'user default off\nuser app on #ab ~* +@read\n');
    const read = (...args: readonly string[]) => bench.run([...args]).out.match(/^.* was read as .*$/gm);
    assert.deepEqual(read('kind/redis-sentinel-node1.conf'), [
      "kind/redis-sentinel-node1.conf was read as a server's configuration: its lines say so.",
    ]);
    assert.deepEqual(read('kind/users.list'), ['kind/users.list was read as an ACL file: its lines say so.']);
    assert.equal(read('--as', 'server', 'kind/redis-sentinel-node1.conf'), null);
  });
});

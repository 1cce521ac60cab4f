import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './cli-process.js';

describe('the report of the command line', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench.dispose());

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

import assert from 'node:assert/strict';
import path from 'node:path';
import { ROOT } from '../support/fixtures.js';
import { examplesOf, readPage } from '../support/rule-page.js';
import { describeWithServer } from '../support/with-real-server.js';
import { withFlaggedServer } from './flagged-server.js';
import { openPageNetwork, type PageNetwork } from './network.js';
import { commandsOf } from './page-commands.js';

/** Each key takes a fifth of a second to save, so that a snapshot is still being written when the commands begin. */
const SLOW = ['--rdb-key-save-delay', '200000'];
const SNAPSHOT = 'redis-cli MSET a 1 b 2 c 3\nredis-cli BGSAVE';
const WRITTEN = 'cat appendonlydir/appendonly.aof.manifest';

describeWithServer('the commands of persist-disabled', (server) => {
  let network: PageNetwork | undefined;
  before(async () => {
    network = await openPageNetwork();
  });
  after(() => network?.close());

  it('write the line only when the append-only file is there, also beside a snapshot', async () => {
    assert.ok(network, 'a network of its own');
    const page = readPage(path.join(ROOT, 'docs/rules/persist-disabled.md'));
    const [flagged] = examplesOf(page, 'Flagged');
    const commands = commandsOf(page);
    assert.ok(flagged && commands, 'commands and an example');
    const machine = { binary: server().binary, network, certificates: undefined };
    const said = await withFlaggedServer(machine, flagged, SLOW, ({ run }) =>
      run(`${SNAPSHOT}\n${commands}\n${WRITTEN}`),
    );
    assert.match(said, /^file appendonly\.aof\.1\.base\.rdb /m);
  });
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { ROOT } from '../support/fixtures.js';
import { examplesOf, readPage } from '../support/rule-page.js';
import { describeWithServer } from '../support/with-real-server.js';
import { addressOf, type Machine, withFlaggedServer } from './flagged-server.js';
import { openPageNetwork, type PageNetwork } from './network.js';
import { commandsOf } from './page-commands.js';

/** Pages that change how replicas log in, what a replica needs before, and the user that it is afterwards. */
const PAGES: readonly (readonly [id: string, options: readonly string[], user: string])[] = [
  ['auth-missing', [], 'default'],
  ['auth-default-user-nopass', [], 'default'],
  ['repl-auth-user-default', [], 'replica'],
  ['acl-replica-user-too-broad', ['--masteruser', 'replica-user', '--masterauth', 'k3wr9sTfYpLqV2nA'], 'replica-user'],
];

const PRIMARY = ['--repl-diskless-sync-delay', '0'];
const replicaOf = (address: string) => ['--port', '6380', '--replicaof', address, '6379'];
const LINKED = 'until redis-cli INFO replication | grep -q master_link_status:up; do sleep 0.1; done';
/** The replica has to log in anew. */
const reconnected = (user: string) => `redis-cli CLIENT KILL TYPE replica
until redis-cli CLIENT LIST TYPE replica | grep -q user=${user}; do sleep 0.1; done`;

describeWithServer('the commands of a page about logins', (server) => {
  let network: PageNetwork | undefined;
  before(async () => {
    network = await openPageNetwork();
  });
  after(() => network?.close());

  for (const [id, options, user] of PAGES) {
    it(`of ${id}, on the replica first, keep it linked, also when it connects again`, async () => {
      assert.ok(network, 'a network of its own');
      const page = readPage(path.join(ROOT, `docs/rules/${id}.md`));
      const [flagged] = examplesOf(page, 'Flagged');
      const commands = commandsOf(page);
      assert.ok(flagged && commands, 'commands and an example');
      const machine: Machine = { binary: server().binary, network, certificates: undefined };
      const said = await withFlaggedServer(machine, flagged, PRIMARY, (primary) =>
        withFlaggedServer(machine, flagged, [...replicaOf(addressOf(flagged.text)), ...options], async (replica) => {
          await replica.run(`${LINKED}\n${commands}\n${LINKED}`);
          return primary.run(`${commands}\n${reconnected(user)}`);
        }),
      );
      assert.match(said, /^OK$/m);
    });
  }
});

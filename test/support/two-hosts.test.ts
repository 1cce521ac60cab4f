import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runServer } from './run-server.js';
import type { Endpoint } from './visit.js';
import { describeWithTwoHosts, SERVER_UNDER_TEST } from './with-real-server.js';

const PUBLIC = '203.0.113.7';
const PRIVATE_V6 = 'fd00::7';
const OPEN = ['--port', '6379', '--protected-mode', 'no', '--save', ''];
const at = (address: string): Endpoint => ({ kind: 'tcp', address, port: 6379, isTls: false });

describeWithTwoHosts('a server and a stranger on another machine', (hosts) => {
  const served = (bind: readonly string[], use: () => Promise<readonly string[]>) => {
    const command = [SERVER_UNDER_TEST, ...OPEN, '--bind', ...bind];
    return runServer(process.cwd(), hosts().server.wrap(command), use);
  };
  const ping = async (from: 'server' | 'stranger', address: string): Promise<string> => {
    const [answer] = await hosts()[from].visit([{ endpoint: at(address), commands: [['PING']] }]);
    return String(answer);
  };

  before(() => hosts().addAddresses([PUBLIC, PRIVATE_V6, 'not an address']));

  it('meet at addresses that this machine does not have', async () => {
    const { result } = await served([PUBLIC, PRIVATE_V6], () =>
      Promise.all([PUBLIC, PRIVATE_V6].map((address) => ping('stranger', address))),
    );
    assert.deepEqual(result, ['PONG', 'PONG']);
  });

  it('do not meet at loopback', async () => {
    const { result } = await served(['127.0.0.1'], () =>
      Promise.all([ping('server', '127.0.0.1'), ping('stranger', '127.0.0.1'), ping('stranger', '10.77.0.1')]),
    );
    assert.deepEqual(result, ['PONG', 'connect ECONNREFUSED 127.0.0.1:6379', 'connect ECONNREFUSED 10.77.0.1:6379']);
  });

  it('tell what listens', async () => {
    const { result } = await served(['*', '::1'], async () =>
      (await hosts().server.listeners()).map((listener) => JSON.stringify(listener)),
    );
    assert.deepEqual(result?.toSorted(), [
      '{"kind":"tcp","address":"0.0.0.0","port":6379}',
      '{"kind":"tcp","address":"::1","port":6379}',
    ]);
  });

  it('are gone when whoever made them is killed', async () => {
    const program = `require(${JSON.stringify(path.join(__dirname, 'two-hosts.js'))})
      .openTwoHosts().then(({ server }) => console.log(server.pid));`;
    const owner = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = await once(owner.stdout, 'data');
    const inside = `/proc/${String(said).trim()}`;
    assert.ok(existsSync(inside));
    owner.kill('SIGKILL');
    await goneFrom(inside);
  });
});

/** The kernel ends the processes soon; a test that waits in vain for it ends by its own limit. */
async function goneFrom(place: string): Promise<void> {
  while (existsSync(place)) await new Promise(setImmediate);
}

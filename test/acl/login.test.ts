import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { hashOf } from '../../server/src/core/acl/password-list.js';
import { mayRun } from '../../server/src/core/acl/permissions.js';
import { sha256 } from '../../server/src/core/acl/sha256.js';
import type { ResolvedConfiguration } from '../../server/src/core/config/resolved-configuration.js';
import { createService } from '../../server/src/core/service.js';
import { inDeepTests } from '../support/deep.js';
import { type NetworkNamespace, openNetworkNamespace } from '../support/network-namespace.js';
import { isServerError, type Reply, sendCommands } from '../support/resp-client.js';
import { runServer } from '../support/run-server.js';
import { skipFor } from '../support/skip-for.js';
import { describeWithServer, SERVER_UNDER_TEST } from '../support/with-real-server.js';

const COMBINATIONS = inDeepTests(400, 16);
const SEED = 7;
/** Not loopback to the server, though it is: what a machine of the network looks like. */
const FAR_ADDRESS = '10.77.0.1';
const HASH = sha256('secret-one');

interface Combination {
  readonly main: readonly string[];
  readonly included: readonly string[] | undefined;
  readonly aclFile: string | undefined;
}

const requirepass = fc.constantFrom(
  [],
  [],
  ['requirepass ""'],
  ['requirepass secret-one'],
  ['requirepass secret-two', 'requirepass secret-one'],
);
const userRules = fc.constantFrom(
  'on nopass ~* &* +@all',
  'on >secret-one ~* &* +@all',
  `on #${HASH} ~* &* +@all`,
  'on >secret-one nopass ~* +@all',
  'on nopass >secret-two ~* +@all',
  'on nopass',
  'on',
  'off',
  'off nopass ~* +@all',
  'off >secret-one ~* +@all',
  'on >secret-one <secret-one ~* +@all',
  'on >secret-one +@all -ping',
  'nopass on +ping reset on >secret-two +@all',
);
const userName = fc.constantFrom('default', 'default', 'default', 'Default', 'app');
const userLines = fc.uniqueArray(
  fc.tuple(userName, userRules).map(([name, rules]) => ({ name, line: `user ${name} ${rules}` })),
  { maxLength: 2, selector: ({ name }) => name },
);
const protectedMode = fc.constantFrom([], ['protected-mode yes'], ['protected-mode no']);

const combinations: fc.Arbitrary<Combination> = fc
  .record({
    requirepass,
    protectedMode,
    users: userLines,
    kind: fc.constantFrom('none', 'lines', 'lines', 'file', 'file', 'both', 'unset'),
    isIncluded: fc.boolean(),
    isReversed: fc.boolean(),
  })
  .map(({ requirepass: passwords, protectedMode: guard, users, kind, isIncluded, isReversed }) => {
    const lines = users.map(({ line }) => line);
    const named = kind === 'file' || kind === 'both' ? ['aclfile users.acl'] : kind === 'unset' ? ['aclfile ""'] : [];
    const written = kind === 'lines' || kind === 'both' || kind === 'unset' ? lines : [];
    const parts = [...passwords, ...named, ...written];
    const ordered = isReversed ? parts.toReversed() : parts;
    return {
      main: [...guard, ...(isIncluded ? ['include more.conf'] : ordered)],
      included: isIncluded ? ordered : undefined,
      aclFile: named.length > 0 && kind !== 'unset' ? lines.map((line) => `${line}\n`).join('') : undefined,
    };
  });

const ATTEMPTS = [
  ['PING'],
  ['AUTH', 'secret-one'],
  ['AUTH', 'default', 'secret-one'],
  ['AUTH', 'default', 'secret-two'],
  ['AUTH', 'default', 'neither'],
  ['AUTH', 'app', 'secret-one'],
  ['AUTH', 'Default', 'anything'],
] as const;

describeWithServer('who can log in', () => {
  let network: NetworkNamespace | undefined;
  before(async () => {
    network = await openNetworkNamespace();
    if (network) await run(network.wrap(['ip', 'addr', 'add', `${FAR_ADDRESS}/32`, 'dev', 'lo']));
  });
  after(() => network?.close());

  it(`is what a real server says, in ${COMBINATIONS} combinations`, async function () {
    this.timeout(600_000);
    if (!network) return skipFor(this, 'no network namespace can be had: run this on Linux as root');
    const seen = new Set<string>();
    for (const combination of fc.sample(combinations, { seed: SEED, numRuns: COMBINATIONS })) {
      const expected = expectedFrom(combination);
      assert.deepEqual(await tryOut(combination, network), expected, JSON.stringify(combination, null, 1));
      for (const outcome of expected) seen.add(outcome);
    }
    assert.ok(
      ['in', 'out', 'guarded'].every((outcome) => seen.has(outcome)),
      [...seen].join(),
    );
  });
});

/** What each attempt comes to on a fresh local connection, and last what a stranger's PING over the network does. */
type Outcome = 'refuses to start' | 'in' | 'out' | 'forbidden' | 'guarded';

function expectedFrom({ main, included, aclFile }: Combination): readonly Outcome[] {
  const service = createService([]);
  const files: Readonly<Record<string, string | undefined>> = {
    '/srv/more.conf': included?.join('\n'),
    '/srv/users.acl': aclFile,
  };
  const { config } = service.load({
    path: '/srv/redis.conf',
    file: service.parse(main.join('\n')),
    target: { product: 'redis', version: { major: 7, minor: 0, patch: 15 } },
    reader: {
      readFile: (name) => {
        const text = files[name];
        return text === undefined ? { status: 'missing' } : { status: 'found', text };
      },
      listFolder: () => ({ status: 'missing' }),
    },
  });
  if (config.problems.some(({ isFatal }) => isFatal)) return ['refuses to start'];
  return [...ATTEMPTS.map((attempt) => outcomeOf(config, attempt)), strangersPing(config)];
}

function outcomeOf(config: ResolvedConfiguration, [name, ...args]: readonly string[]): Outcome {
  const { defaultUser, users, aclLanguage } = config;
  const ping = aclLanguage.sets.table.lookup('ping');
  assert.ok(defaultUser.effective && ping);
  if (name === 'PING') {
    if (defaultUser.state !== 'open') return 'out';
    return mayRun(defaultUser.effective, ping) ? 'in' : 'forbidden';
  }
  const [userName, password = ''] = args.length === 1 ? ['default', args[0]] : args;
  const user =
    userName === 'default' ? defaultUser.effective : users.find((known) => known.name === userName)?.effective;
  // AUTH with a password alone is an error where the default user takes any.
  if (!user?.isOn || (args.length === 1 && user.acceptsAnyPassword)) return 'out';
  return user.acceptsAnyPassword || user.passwords.some((known) => hashOf(known) === sha256(password)) ? 'in' : 'out';
}

function strangersPing({ defaultUser, exposure, aclLanguage }: ResolvedConfiguration): Outcome {
  const ping = aclLanguage.sets.table.lookup('ping');
  assert.ok(defaultUser.effective && ping);
  if (exposure.protectedMode.isEffective && defaultUser.effective.acceptsAnyPassword) return 'guarded';
  if (defaultUser.state !== 'open') return 'out';
  return mayRun(defaultUser.effective, ping) ? 'in' : 'forbidden';
}

async function tryOut(
  { main, included, aclFile }: Combination,
  network: NetworkNamespace,
): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'login-'));
  const own = ['port 6399', `bind ${FAR_ADDRESS}`, 'unixsocket s', 'save ""', 'logfile ""'];
  writeFileSync(path.join(folder, 'redis.conf'), [...own, ...main, ''].join('\n'));
  if (included) writeFileSync(path.join(folder, 'more.conf'), included.join('\n'));
  if (aclFile !== undefined) writeFileSync(path.join(folder, 'users.acl'), aclFile);
  try {
    const { result } = await runServer(folder, network.wrap([SERVER_UNDER_TEST, 'redis.conf']), async () => {
      const socket = path.join(folder, 's');
      const local: Outcome[] = [];
      for (const attempt of ATTEMPTS) local.push(outcomeOfReply((await sendCommands(socket, [attempt]))[0] ?? null));
      const { stdout } = await run(network.wrap(['redis-cli', '-h', FAR_ADDRESS, '-p', '6399', 'PING']));
      return [...local, outcomeOfReply(/^PONG/.test(stdout) ? 'PONG' : { error: stdout })];
    });
    return result ?? ['refuses to start'];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function outcomeOfReply(reply: Reply): Outcome {
  if (!isServerError(reply)) return 'in';
  if (reply.error.startsWith('NOPERM')) return 'forbidden';
  return reply.error.startsWith('DENIED') ? 'guarded' : 'out';
}

function run([program = '', ...args]: readonly string[]): Promise<{ stdout: string }> {
  return promisify(execFile)(program, args, { timeout: 5000, encoding: 'utf8' });
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseVersion, type Target } from '../../server/src/core/directives/target.js';
import { type NetworkNamespace, openNetworkNamespace } from './network-namespace.js';
import { type Reply, sendCommands } from './resp-client.js';
import { runServer } from './run-server.js';
import type { Verdict } from './server-verdict.js';
import { addressesOutside, type TwoHosts } from './two-hosts.js';
import type { Answer } from './visit.js';

export const DEFAULT_SERVER = '/usr/bin/redis-server';
const LONGEST_ANSWER_MS = 15_000;
/** What we log in as: added after the file, so that any file's password can't lock us out. */
export const HARNESS_USER = 'differential-harness';

/** What a server is started with. Strings are written as Latin-1: a byte string is what the server reads. */
export interface Trial {
  readonly text: string;
  /** `redis.conf` where missing. */
  readonly fileName?: string;
  /** Further files: path relative to the temporary folder, which is also the server's current directory. */
  readonly files?: Readonly<Record<string, string>>;
  /** Command line arguments after the file. */
  readonly args?: readonly string[];
  readonly isSentinel?: boolean;
  /** Asked over a unix socket when it has started. */
  readonly commands?: readonly (readonly string[])[];
  /** Whether a stranger on another machine knocks at every door. */
  readonly isVisited?: boolean;
}

export interface Outcome extends Verdict {
  /** One for each command; empty where the server did not start. */
  readonly replies: readonly Reply[];
  /** What a stranger's PING came to, by the address that the server listens on; undefined where nobody went there. */
  readonly strangers?: ReadonlyMap<string, Answer>;
}

/** A server binary that can be started on any configuration without anybody being able to reach it. */
export interface RealServer {
  readonly binary: string;
  readonly target: Target;
  /**
   * False: no network namespace could be had, and servers run with `--port 0 --cluster-enabled no` after
   * the file: verdicts about listening and clusters are not the server's own, and `tls-port` is refused by us.
   */
  readonly isNetworkIsolated: boolean;
  readonly run: (trial: Trial) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** Undefined where there is no such program, or it is no redis-server or valkey-server. */
export function targetOfBinary(binary: string): Target | undefined {
  try {
    const said = execFileSync(binary, ['--version'], { encoding: 'utf8', timeout: LONGEST_ANSWER_MS });
    const [, product, text = ''] = /^(Redis|Valkey) server v=(\d+\.\d+\.\d+)/.exec(said) ?? [];
    const version = parseVersion(text);
    return version && { product: product === 'Valkey' ? 'valkey' : 'redis', version };
  } catch {
    return undefined;
  }
}

/**
 * One server at a time: for several at once open as many. `hosts`: where it runs, so that strangers can visit it.
 * @throws Error when the binary is no server.
 */
export async function openRealServer(binary: string = DEFAULT_SERVER, hosts?: TwoHosts): Promise<RealServer> {
  const target = targetOfBinary(binary);
  if (!target) throw new Error(`${binary} is no redis-server or valkey-server`);
  const namespace = hosts ? undefined : await openNetworkNamespace();
  const place: Place = { wrap: (hosts?.server ?? namespace)?.wrap, hosts };
  return {
    binary,
    target,
    isNetworkIsolated: place.wrap !== undefined,
    run: (trial) => runTrial(binary, place, trial),
    close: async () => (hosts ?? namespace)?.close(),
  };
}

/** Where a server runs. */
interface Place {
  /** Undefined: on this machine's own network. */
  readonly wrap: NetworkNamespace['wrap'] | undefined;
  readonly hosts: TwoHosts | undefined;
}

/** A log on standard output and no fork: what a verdict is told from. The file's own lines have been read by then. */
export const FOREGROUND: readonly string[] =
  '--loglevel notice --daemonize no --supervised no --syslog-enabled no --logfile'.split(' ').concat('');
const UNREACHABLE = '--port 0 --cluster-enabled no'.split(' ');
/** As arguments: a user with every right. */
export const HARNESS_LOGIN: readonly string[] = `--user ${HARNESS_USER} on nopass ~* &* +@all`.split(' ');

async function runTrial(binary: string, place: Place, trial: Trial): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'real-server-'));
  const { commands = [], isVisited = false } = trial;
  try {
    const start = (args: readonly string[], asked: Asked = {}) => {
      const command = [binary, ...argumentsOf(folder, trial, place.wrap !== undefined), ...args];
      return startServer(folder, place, command, asked);
    };
    const socket = ['--unixsocket', path.join(folder, SOCKET)];
    if (commands.length > 0 && !isVisited && !mayHoldBackProblems(trial)) {
      return await start([...socket, ...HARNESS_LOGIN], { commands });
    }
    const bare = await start([], { isVisited });
    if (!bare.isStartable || commands.length === 0) return bare;
    const withUser = await start([...socket, ...HARNESS_LOGIN], { commands });
    // An ACL file allows no user beside it: then we ask as whoever we are.
    return { ...bare, ...(withUser.isStartable ? withUser : await start(socket, { commands })) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const SOCKET = 's';

/** Whether our own socket and user could change the verdict: no listener, a user beside an ACL file. */
function mayHoldBackProblems({ text, files = {} }: Trial): boolean {
  return [text, ...Object.values(files)].some((file) => /port|aclfile|unixsocket|\\x/i.test(file));
}

function argumentsOf(folder: string, trial: Trial, isIsolated: boolean): readonly string[] {
  const { text, fileName = 'redis.conf', files = {}, args = [], isSentinel = false } = trial;
  if (!isIsolated && /tls-port|\\x/i.test(text)) throw new Error('may listen on the network, which is not isolated');
  for (const [name, content] of Object.entries({ ...files, [fileName]: text })) {
    const file = path.resolve(folder, name);
    if (!file.startsWith(`${folder}/`)) throw new Error(`${name} is outside the temporary folder`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content, 'latin1');
  }
  return [fileName, ...args, ...(isSentinel ? ['--sentinel'] : []), ...FOREGROUND, ...(isIsolated ? [] : UNREACHABLE)];
}

type Asked = Pick<Trial, 'commands' | 'isVisited'>;

async function startServer(
  cwd: string,
  { wrap, hosts }: Place,
  command: readonly string[],
  { commands = [], isVisited = false }: Asked,
): Promise<Outcome> {
  const use = async () => ({
    replies: commands.length === 0 ? [] : await askAsHarness(path.join(cwd, SOCKET), commands),
    ...(isVisited && hosts && { strangers: await knock(hosts) }),
  });
  const { verdict, result } = await runServer(cwd, wrap?.(command) ?? command, use);
  return { ...verdict, replies: [], ...result };
}

/** A stranger's PING at every door of the server's machine. */
async function knock({ server, stranger, addAddresses }: TwoHosts): Promise<ReadonlyMap<string, Answer>> {
  const doors = (await server.listeners()).flatMap((listener) =>
    listener.kind === 'unix'
      ? []
      : addressesOutside(listener).map((address) => ({ bound: listener.address, address, port: listener.port })),
  );
  await addAddresses(doors.map(({ address }) => address));
  const answers = await stranger.visit(
    doors.map(({ address, port }) => ({
      endpoint: { kind: 'tcp', address, port, isTls: false },
      commands: [['PING']],
    })),
  );
  return new Map(doors.map(({ bound }, index) => [bound, answers[index] ?? 'no answer']));
}

async function askAsHarness(socket: string, commands: readonly (readonly string[])[]): Promise<readonly Reply[]> {
  return (await sendCommands(socket, [['AUTH', HARNESS_USER, 'any'], ...commands])).slice(1);
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/**
 * A network of its own in which a server can listen on any address without being reachable: a new network namespace
 * with nothing but loopback, in which addresses that the machine doesn't have can be bound too.
 */
export interface NetworkNamespace {
  /** Of a process inside, for as long as the namespace is open. */
  readonly pid: number;
  /** The command and arguments that run a program inside; it is killed when this process ends. */
  readonly wrap: (command: readonly string[]) => readonly string[];
  /** Another one of the same owner, so that an interface can be moved from one to the other. */
  readonly openBeside: () => Promise<NetworkNamespace | undefined>;
  readonly close: () => Promise<void>;
}

const SET_UP = `
  ip link set lo up || exit 1
  for family in ipv4 ipv6; do echo 1 > /proc/sys/net/$family/ip_nonlocal_bind || exit 1; done`;
/** The holder ends when its standard input closes, so also when this process is killed. */
const HOLD = `${SET_UP}
  echo ready; exec cat`;

const WAYS = [
  { unshare: ['-n'], nsenter: ['-n'] },
  { unshare: ['-r', '-n'], nsenter: ['-U', '--preserve-credentials', '-n'] },
] as const;

/** Whether the system lets us have one. */
export function canIsolateNetwork(): boolean {
  return WAYS.some(({ unshare }) => spawnSync('unshare', [...unshare, 'sh', '-c', SET_UP]).status === 0);
}

/** Undefined where the system doesn't let us have one (no root, no user namespaces, not Linux). */
export async function openNetworkNamespace(): Promise<NetworkNamespace | undefined> {
  for (const { unshare, nsenter } of WAYS) {
    const namespace = await hold(['unshare', ...unshare], nsenter);
    if (namespace) return namespace;
  }
  return undefined;
}

async function hold(
  [program = '', ...args]: readonly string[],
  nsenter: readonly string[],
): Promise<NetworkNamespace | undefined> {
  const holder = spawn(program, [...args, 'sh', '-c', HOLD], { stdio: ['pipe', 'pipe', 'ignore'] });
  if (!(await isReady(holder)) || holder.pid === undefined) return undefined;
  const prefix = ['nsenter', '-t', String(holder.pid), ...nsenter, 'setpriv', '--pdeathsig', 'KILL', '--'];
  return {
    pid: holder.pid,
    wrap: (command) => [...prefix, ...command],
    openBeside: () => hold([...prefix, 'unshare', '-n'], nsenter),
    close: () => endOf(holder),
  };
}

function isReady(holder: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    holder.stdout?.once('data', (data) => resolve(String(data).includes('ready')));
    holder.once('error', () => resolve(false));
    holder.once('exit', () => resolve(false));
  });
}

function endOf(holder: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    holder.once('exit', () => resolve());
    holder.stdin?.end();
  });
}

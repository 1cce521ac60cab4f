import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/**
 * A network of its own in which a server can listen on any address without being reachable: a new network namespace
 * with nothing but loopback, in which addresses that the machine doesn't have can be bound too.
 */
export interface NetworkNamespace {
  /** The command and arguments that run a program inside. */
  readonly wrap: (command: readonly string[]) => readonly string[];
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
    const holder = spawn('unshare', [...unshare, 'sh', '-c', HOLD], { stdio: ['pipe', 'pipe', 'ignore'] });
    if (!(await isReady(holder))) continue;
    const prefix = ['nsenter', '-t', String(holder.pid), ...nsenter, 'setpriv', '--pdeathsig', 'KILL', '--'];
    return { wrap: (command) => [...prefix, ...command], close: () => endOf(holder) };
  }
  return undefined;
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

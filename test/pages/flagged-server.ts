import { spawn } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import type { NetConnectOpts } from 'node:net';
import type { Certificates } from '../support/certificates.js';
import { FOREGROUND, HARNESS_USER } from '../support/real-server.js';
import type { Example } from '../support/rule-page.js';
import { runServer } from '../support/run-server.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';
import type { PageNetwork } from './network.js';

/** Where a page's files stand; here they stand in a temporary folder. */
const PAGE_FOLDER = '/etc/redis';
const LONGEST_SCRIPT_MS = 10_000;
/** May do everything, as the people who read the page may. */
const ADMINISTRATOR = `user ${HARNESS_USER} on nopass ~* &* +@all`;

/** What became of a page's commands. */
export interface Fixed {
  /** The file that the example stands for, as the server wrote it. */
  readonly text: string;
  /** What a client that was connected all along was answered, each answer once. */
  readonly answers: readonly string[];
}

export interface Machine {
  readonly binary: string;
  readonly network: PageNetwork;
  readonly certificates: Certificates | undefined;
}

/** A server that runs with a flagged example. */
export interface FlaggedServer {
  /** Runs commands as a shell does; answers what they said. @throws Error where one fails. */
  readonly run: (commands: string) => Promise<string>;
  readonly socketPath: string;
  /** The file that the example stands for, as it is now. */
  readonly text: () => string;
}

/**
 * Starts a server on an example, connects a client, and runs the commands.
 * @throws Error where the server does not start, or a command fails.
 */
export function runCommands(machine: Machine, example: Example, commands: string): Promise<Fixed> {
  return withFlaggedServer(machine, example, [], async (server) => {
    const at = serverOf(example) ?? { path: server.socketPath };
    const client = await machine.network.connect(at, loginOf(example.text));
    await server.run(commands);
    return { answers: await client.stop(), text: server.text() };
  });
}

/** @throws Error where the server does not start; what `use` throws. */
export async function withFlaggedServer<Result>(
  { binary, network, certificates }: Machine,
  example: Example,
  options: readonly string[],
  use: (server: FlaggedServer) => Promise<Result>,
): Promise<Result> {
  const folder = temporaryFolder();
  try {
    const written = writeFiles(folder, example);
    if (certificates) writeCertificates(folder, certificates);
    const start = network.wrap([binary, ...argumentsOf(folder, example), ...options]);
    const server: FlaggedServer = {
      run: (commands) => runScript(folder, commands.replaceAll(PAGE_FOLDER, folder.path), example.text),
      socketPath: folder.of('s'),
      text: () => withoutAdministrator(readFileSync(written, 'utf8').replaceAll(folder.path, PAGE_FOLDER)),
    };
    const { verdict, result } = await runServer(folder.path, start, () => use(server));
    if (result === undefined) throw new Error(`the server does not start: ${verdict.error}`);
    return result;
  } finally {
    folder.remove();
  }
}

function writeFiles(folder: TemporaryFolder, { fileName, text }: Example): string {
  const whole = hasUsers(text) ? `${text.trimEnd()}\n${ADMINISTRATOR}\n` : text;
  const here = whole.replaceAll(PAGE_FOLDER, folder.path);
  folder.file('bin/redis-cli', CLIENT);
  chmodSync(folder.of('bin/redis-cli'), 0o755);
  if (!fileName.endsWith('.acl')) return folder.file(fileName, here);
  folder.file('redis.conf', `aclfile ${fileName}\n`);
  return folder.file(fileName, here);
}

function writeCertificates(folder: TemporaryFolder, { authority, server }: Certificates): void {
  folder.file('tls/ca.crt', readFileSync(authority));
  folder.file('tls/redis.crt', readFileSync(server.certificate));
  folder.file('tls/redis.key', readFileSync(server.key));
}

function argumentsOf(folder: TemporaryFolder, { fileName }: Example): readonly string[] {
  const isSentinel = /sentinel/.test(fileName);
  const file = folder.of(fileName.endsWith('.acl') ? 'redis.conf' : fileName);
  const place = ['--unixsocket', folder.of('s'), '--dir', folder.path];
  return [file, ...(isSentinel ? ['--sentinel'] : []), ...place, ...FOREGROUND];
}

/** `redis-cli` finds the server of the page, whatever address the page gives it; an answer that is an error ends it. */
const CLIENT = `#!/bin/sh
exec /usr/bin/redis-cli -s "$PAGE_SOCKET" -e --no-auth-warning $PAGE_LOGIN "$@"
`;

function runScript(folder: TemporaryFolder, commands: string, text: string): Promise<string> {
  const password = /^requirepass (\S+)/m.exec(text)?.[1];
  const env = {
    ...process.env,
    PATH: `${folder.of('bin')}:${process.env.PATH}`,
    PAGE_SOCKET: folder.of('s'),
    PAGE_LOGIN: hasUsers(text) ? `--user ${HARNESS_USER} --pass any` : '',
    ...(password !== undefined && !hasUsers(text) && { REDISCLI_AUTH: password }),
  };
  return new Promise((resolve, reject) => {
    const shell = spawn('sh', ['-e', '-c', commands], { cwd: folder.path, env, timeout: LONGEST_SCRIPT_MS });
    let output = '';
    for (const stream of [shell.stdout, shell.stderr])
      stream.setEncoding('utf8').on('data', (said) => (output += said));
    shell.on('error', reject);
    shell.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`the commands fail:\n${commands}\n${output}`)),
    );
  });
}

/** An address at which a server with this file listens. */
export function addressOf(text: string): string {
  const [, bound = '*'] = /^bind (\S+)/m.exec(text) ?? [];
  return bound === '*' || bound === '0.0.0.0' ? '127.0.0.1' : bound;
}

/** Where a client connects to: the first address of `bind`; undefined where it would be refused, or nothing listens there. */
function serverOf({ fileName, text }: Example): NetConnectOpts | undefined {
  if (/sentinel/.test(fileName) || /^port 0/m.test(text)) return undefined;
  const host = addressOf(text);
  const isProtected = loginOf(text) === undefined && !/^protected-mode no/m.test(text);
  if (isProtected && host !== '127.0.0.1') return undefined;
  return { host, port: Number(/^port (\d+)/m.exec(text)?.[1] ?? 6379) };
}

/** What a client of this file logs in with: its first user's password, else the server's. */
function loginOf(text: string): readonly string[] | undefined {
  const [, user, password] = /^user (\S+) on .*?>(\S+)/m.exec(text) ?? [];
  if (user !== undefined && password !== undefined) return [user, password];
  const shared = /^requirepass (\S+)/m.exec(text)?.[1];
  return shared === undefined || hasUsers(text) || shared === '""' ? undefined : [shared];
}

const hasUsers = (text: string) => /^user /m.test(text);

function withoutAdministrator(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith(`user ${HARNESS_USER} `))
    .join('\n');
}

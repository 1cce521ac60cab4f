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

/**
 * Starts a server on an example that is flagged, connects a client, and runs the commands as a shell does.
 * @throws Error where the server does not start, or a command fails.
 */
export async function runCommands(machine: Machine, example: Example, commands: string): Promise<Fixed> {
  const folder = temporaryFolder();
  try {
    const written = writeFiles(folder, example);
    if (machine.certificates) writeCertificates(folder, machine.certificates);
    const start = machine.network.wrap([machine.binary, ...argumentsOf(folder, example)]);
    const { verdict, result } = await runServer(folder.path, start, async () => {
      const server = serverOf(example) ?? { path: folder.of('s') };
      const client = await machine.network.connect(server, loginOf(example.text));
      await runScript(folder, commands.replaceAll(PAGE_FOLDER, folder.path), example.text);
      return client.stop();
    });
    if (!result) throw new Error(`the server does not start: ${verdict.error}`);
    const text = readFileSync(written, 'utf8').replaceAll(folder.path, PAGE_FOLDER);
    return { text: withoutAdministrator(text), answers: result };
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

function runScript(folder: TemporaryFolder, commands: string, text: string): Promise<void> {
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
      code === 0 ? resolve() : reject(new Error(`the commands fail:\n${commands}\n${output}`)),
    );
  });
}

/** Where a client connects to: the first address of `bind`; undefined where it would be refused, or nothing listens there. */
function serverOf({ fileName, text }: Example): NetConnectOpts | undefined {
  if (/sentinel/.test(fileName) || /^port 0/m.test(text)) return undefined;
  const [, bound = '*'] = /^bind (\S+)/m.exec(text) ?? [];
  const host = bound === '*' || bound === '0.0.0.0' ? '127.0.0.1' : bound;
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

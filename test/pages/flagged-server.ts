import { spawn } from 'node:child_process';
import { chmodSync, cpSync, readFileSync } from 'node:fs';
import type { Certificates } from '../support/certificates.js';
import type { NetworkNamespace } from '../support/network-namespace.js';
import { FOREGROUND, HARNESS_USER } from '../support/real-server.js';
import type { Example } from '../support/rule-page.js';
import { runServer } from '../support/run-server.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';
import { openSteadyClient } from './steady-client.js';

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
  readonly answers: ReadonlySet<string>;
}

export interface Machine {
  readonly binary: string;
  readonly namespace: NetworkNamespace;
  readonly certificates: Certificates | undefined;
}

/**
 * Starts a server on an example that is flagged, connects a client, and runs the commands as a shell does.
 * @throws Error where the server does not start, or a command fails.
 */
export async function runCommands(machine: Machine, example: Example, commands: string): Promise<Fixed> {
  const folder = temporaryFolder();
  try {
    const written = writeFiles(folder, machine, example);
    const start = [...machine.namespace.wrap([machine.binary]), ...argumentsOf(folder, example)];
    const { verdict, result } = await runServer(folder.path, start, async () => {
      const client = await openSteadyClient(folder.of('s'), loginOf(example.text));
      await runScript(folder, commands, example.text);
      return client.stop();
    });
    if (!result) throw new Error(`the server does not start: ${verdict.error}`);
    const text = readFileSync(written, 'utf8').replaceAll(folder.path, PAGE_FOLDER);
    return { text: withoutAdministrator(text), answers: result };
  } finally {
    folder.remove();
  }
}

function writeFiles(folder: TemporaryFolder, { certificates }: Machine, { fileName, text }: Example): string {
  const whole = hasUsers(text) ? `${text.trimEnd()}\n${ADMINISTRATOR}\n` : text;
  const here = whole.replaceAll(PAGE_FOLDER, folder.path);
  folder.file('bin/redis-cli', CLIENT);
  chmodSync(folder.of('bin/redis-cli'), 0o755);
  if (certificates && text.includes(`${PAGE_FOLDER}/tls/`)) {
    folder.file('tls/empty');
    cpSync(certificates.authority, folder.of('tls/ca.crt'));
    cpSync(certificates.server.certificate, folder.of('tls/redis.crt'));
    cpSync(certificates.server.key, folder.of('tls/redis.key'));
  }
  if (!fileName.endsWith('.acl')) return folder.file(fileName, here);
  folder.file('redis.conf', `aclfile ${fileName}\n`);
  return folder.file(fileName, here);
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

import { createHash, randomBytes } from 'node:crypto';
import { isatty } from 'node:tty';
import { createConnection } from 'vscode-languageserver/node';
import { codeOf, wordsOf } from '../node/errors.js';
import { loadYaml } from '../node/load-yaml.js';
import { writeAll } from '../node/patience.js';
import { NODE_FILES } from './documents/node-files.js';
import type { Host } from './host.js';
import { type Serve, startServer } from './server.js';

const USAGE = `redis-conf-language-server: a language server for redis.conf, valkey.conf, sentinel.conf and ACL files.

It is started by an editor and talks to it:
  redis-conf-language-server --stdio              over standard input and output (the default)
  redis-conf-language-server --node-ipc           over Node's channel to the parent process
  redis-conf-language-server --socket=PORT        over a TCP connection to the editor on this machine
  redis-conf-language-server --pipe=NAME          over a named pipe

To check files on the terminal, use redis-conf-lint.
`;

const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)(=|$)/;

const nodeHost: Host = {
  defer: (callback) => void setImmediate(callback),
  after: (milliseconds, callback) => void setTimeout(callback, milliseconds).unref(),
  randomBytes: (count) => randomBytes(count),
  sha256: async (text) => createHash('sha256').update(text).digest(),
  yaml: loadYaml,
  files: NODE_FILES,
};

/** The bundler leaves the engine in a file of its own, which is read now. */
function loadServe(): Serve {
  return (require('./session.js') as typeof import('./session.js')).serve;
}

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

function main(args: readonly string[]): void {
  const hasTransport = args.some((arg) => TRANSPORT.test(arg));
  if (args.includes('--help') || args.includes('-h')) say(STDOUT, USAGE);
  else if (hasTransport) listen();
  else if (!isatty(STDIN)) {
    process.argv.push('--stdio');
    listen();
  } else {
    say(STDERR, USAGE);
    process.exitCode = 2;
  }
}

/** Until an editor has introduced itself, only whoever started this can be told why nothing came of it. */
function listen(): void {
  let isServing = false;
  let reason = 'no editor has spoken to it';
  process.on('exit', () => {
    if (isServing) return;
    say(STDERR, `redis-conf-language-server: ${reason} (--help says how it is started)\n`);
    process.exitCode = 2;
  });
  const survive = (error: unknown) => {
    if (isServing) connection.console.error(`A mistake was caught: ${nameOf(error)}`);
    else reason = codeOf(error) === '' ? 'it cannot be reached that way' : wordsOf(error);
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  const greet = () => {
    isServing = true;
    return loadServe;
  };
  const connection = startServer((options) => createConnection(options), nodeHost, greet);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function say(descriptor: number, text: string): void {
  try {
    writeAll(descriptor, Buffer.from(text));
  } catch {
    process.exitCode = 2;
  }
}

main(process.argv.slice(2));

import { createHash, randomBytes } from 'node:crypto';
import { createConnection } from 'vscode-languageserver/node';
import type { Host } from './host.js';
import { NODE_FILES } from './node-files.js';
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
  files: NODE_FILES,
};

/** The bundler leaves the engine in a file of its own, which is read now. */
function loadServe(): Serve {
  return (require('./session.js') as typeof import('./session.js')).serve;
}

function main(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE);
    return;
  }
  if (!args.some((arg) => TRANSPORT.test(arg))) {
    if (process.stdin.isTTY) {
      process.stderr.write(USAGE);
      process.exitCode = 2;
      return;
    }
    process.argv.push('--stdio');
  }
  const connection = createConnection();
  const survive = (error: unknown) =>
    connection.console.error(`A mistake was caught: ${error instanceof Error ? error.name : typeof error}`);
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  startServer(connection, nodeHost, loadServe);
}

main(process.argv.slice(2));

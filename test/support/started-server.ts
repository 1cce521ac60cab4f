import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a server in a folder, waits until it says that it is ready, and ends it after `use`. Undefined: it refused to
 * start.
 */
export async function withStartedServer<Result>(
  folder: string,
  [program = '', ...args]: readonly string[],
  use: () => Promise<Result>,
): Promise<Result | undefined> {
  const server = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(server, 'exit');
  try {
    return (await hasStarted(server.stdout)) ? await use() : undefined;
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
}

/** Until the server says that it is ready (a Sentinel: who it is), or ends. */
async function hasStarted(stdout: NodeJS.ReadableStream): Promise<boolean> {
  const isReady = /eady to accept connections|Sentinel ID is/;
  let said = '';
  for await (const chunk of stdout) {
    said += String(chunk);
    if (isReady.test(said)) break;
  }
  stdout.resume();
  return isReady.test(said);
}

import { spawn } from 'node:child_process';
import { type Verdict, verdictOf } from './server-verdict.js';

const LONGEST_RUN_MS = 15_000;

/** What came of starting a server. */
export interface ServerRun<Result> {
  readonly verdict: Verdict;
  /** Of `use`; undefined where the server did not start. */
  readonly result: Result | undefined;
}

/** By then every listener is open. */
const READY = /eady to accept connections|Sentinel (?:new )?ID is/;

/**
 * Starts a server that logs to standard output and does not fork, waits until it is ready or has ended, and ends it
 * after `use`.
 * @throws Error when neither happens in time; what `use` throws.
 */
export function runServer<Result>(
  cwd: string,
  [program = '', ...args]: readonly string[],
  use: () => Promise<Result>,
): Promise<ServerRun<Result>> {
  return new Promise((resolve, reject) => {
    const server = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let used: Promise<Result> | undefined;
    const kill = () => server.kill('SIGKILL');
    const deadline = setTimeout(() => {
      kill();
      reject(new Error(`no verdict within ${LONGEST_RUN_MS} ms:\n${output}`));
    }, LONGEST_RUN_MS);
    const onOutput = (data: Buffer) => {
      output += data.toString('latin1');
      if (used || !READY.test(output)) return;
      used = use();
      used.then(kill, kill);
    };
    server.stdout.on('data', onOutput);
    server.stderr.on('data', onOutput);
    server.on('error', reject);
    server.on('close', (code, signal) => {
      clearTimeout(deadline);
      const verdict = verdictOf(output, used !== undefined, { code, signal });
      if (used === undefined) resolve({ verdict, result: undefined });
      else used.then((result) => resolve({ verdict, result }), reject);
    });
  });
}

import type { Host } from '../../server/src/cli/host.js';
import { run } from '../../server/src/cli/run.js';
import { replaceFile } from '../../server/src/node/replace-file.js';

/** What a run of the command line ends with and says. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line in a folder, without a process of its own. */
export function runIn(cwd: string, args: readonly string[]): Answer {
  const written = { out: '', err: '' };
  const host: Host = {
    cwd,
    env: {},
    isTerminal: false,
    width: 100,
    readStream: () => ({ status: 'found', text: '' }),
    write: (text) => {
      written.out += text;
    },
    writeError: (text) => {
      written.err += text;
    },
    writeStream: () => undefined,
    replaceFile,
  };
  return { code: run(args, host), ...written };
}

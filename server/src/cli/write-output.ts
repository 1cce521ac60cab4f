import path from 'node:path';
import type { Host } from './host.js';
import { reasonOf } from './read-file.js';
import { UsageError } from './usage-error.js';

/** To the file of --output, else to standard output. @throws UsageError when the file can't be written. */
export function writeOutput(file: string | undefined, text: string, host: Host): void {
  if (file === undefined) {
    host.write(text);
    return;
  }
  try {
    host.writeFile(path.resolve(host.cwd, file), text);
  } catch (error) {
    throw new UsageError(`--output ${file} can't be written: ${reasonOf(error)}.`);
  }
}

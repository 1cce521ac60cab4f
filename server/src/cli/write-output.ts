import path from 'node:path';
import { descriptorOf } from './descriptors.js';
import type { Host } from './host.js';
import { UsageError } from './usage-error.js';

/** To the file of --output, else (and for `-`) to standard output. @throws UsageError when the file can't be written. */
export function writeOutput(file: string | undefined, text: string, host: Host): void {
  const descriptor = file === undefined ? undefined : descriptorOf(file);
  if (file === undefined || file === '-') host.write(text);
  else if (descriptor !== undefined) host.writeStream(descriptor, text);
  else {
    const failure = host.replaceFile({ path: path.resolve(host.cwd, file), content: Buffer.from(text) });
    if (failure !== undefined) throw new UsageError(`--output ${file} can't be written: ${failure}.`);
  }
}

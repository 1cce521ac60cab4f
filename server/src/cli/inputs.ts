import path from 'node:path';
import type { Arguments } from './args.js';
import { discover, showPath } from './discover.js';
import type { Host } from './host.js';
import { corePath, type Overlay } from './node-reader.js';
import { decode } from './read-file.js';
import type { Failure } from './report.js';

/** The files of a run. */
export interface Inputs {
  /** As core has them. */
  readonly paths: readonly string[];
  /** What was read from standard input, under the path that it is taken for. */
  readonly overlay: Overlay;
  readonly failures: readonly Failure[];
  /** A path of core as people are to see it: as they wrote it, else relative to the current folder. */
  readonly showPath: (path: string) => string;
}

const NOTHING_FOUND = 'no Redis configuration below this folder; name the files';

/** Finds the files that the command line names; the current folder where it names none. */
export function readInputs({ inputs, stdinName }: Arguments, { cwd, readStdin }: Host): Inputs {
  const named = inputs.length > 0 ? inputs : ['.'];
  const files = named.filter((name) => name !== '-');
  const found = discover(files, cwd);
  const overlay: Overlay = new Map(
    files.length < named.length ? [[corePath(stdinName, cwd), decode(readStdin())]] : [],
  );
  const shown = new Map(found.inputs.map((file) => [corePath(file.absolutePath, cwd), file.shown]));
  for (const file of overlay.keys()) shown.set(file, stdinName);
  const isEmpty = shown.size === 0 && found.failures.length === 0;
  return {
    paths: [...shown.keys()],
    overlay,
    failures: isEmpty ? files.map((name) => ({ path: name, reason: NOTHING_FOUND })) : found.failures,
    showPath: (file) => shown.get(file) ?? showPath(path.normalize(file), cwd),
  };
}

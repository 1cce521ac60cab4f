import path from 'node:path';
import type { FileLookup } from '../core/config/file-reader.js';
import { describeUnread } from '../core/config/unread.js';
import type { DecodedText } from '../core/syntax/bytes.js';
import type { Arguments } from './args.js';
import { descriptorOf } from './descriptors.js';
import { discover, showPath } from './discover.js';
import type { Host } from './host.js';
import { corePath, type Overlay } from './project-files.js';
import type { Failure } from './report.js';
import { UsageError } from './usage-error.js';

/** The files of a run. */
export interface Inputs {
  /** As core has them. */
  readonly paths: readonly string[];
  /** What was read from standard input, under the path that it is taken for. */
  readonly overlay: Overlay;
  readonly failures: readonly Failure[];
  /** A path of core as people are to see it: as they wrote it, else relative to the current folder. */
  readonly showPath: (path: string) => string;
  /** Somebody named the file itself, not a folder or a pattern that it was found by. */
  readonly isNamed: (path: string) => boolean;
  /** What to say where nothing of it is Redis'. */
  readonly nothingFound: readonly Failure[];
}

/** Standard input, which has other names too. */
const STDIN = '-';

const NOTHING_FOUND = 'no Redis configuration below this directory; name the files';

/** Finds the files that the command line names; the current folder where it names none. @throws UsageError */
export function readInputs({ command, inputs, stdinName }: Arguments, host: Pick<Host, 'cwd' | 'readStream'>): Inputs {
  const { cwd } = host;
  const named = inputs.length > 0 ? inputs : ['.'];
  const streams = named.filter((name) => inputStreamOf(name) !== undefined);
  const found = discover(
    named.filter((name) => !streams.includes(name)),
    cwd,
    { findsDocuments: command === 'lint' },
  );
  const stream = readStream(streams, host);
  const overlay: Overlay = new Map(stream && 'text' in stream ? [[corePath(stdinName, cwd), stream]] : []);
  const failures = [...found.failures, ...(stream && 'reason' in stream ? [stream] : [])];
  const shown = new Map(found.inputs.map((file) => [corePath(file.absolutePath, cwd), file.shown]));
  for (const file of overlay.keys()) shown.set(file, stdinName);
  const byName = found.inputs.filter(({ isNamed }) => isNamed).map(({ absolutePath }) => corePath(absolutePath, cwd));
  const namedPaths = new Set([...byName, ...overlay.keys()]);
  const nothingFound = named.map((name) => ({ path: name, reason: NOTHING_FOUND }));
  const isEmpty = shown.size === 0 && failures.length === 0;
  return {
    paths: [...shown.keys()],
    overlay,
    failures: isEmpty ? nothingFound : failures,
    showPath: (file) => shown.get(file) ?? showPath(path.normalize(file), cwd),
    isNamed: (file) => namedPaths.has(file),
    nothingFound,
  };
}

const inputStreamOf = (name: string): number | undefined => (name === STDIN ? 0 : descriptorOf(name));

/** Standard input under any of its names; it has one name for the report, so there can be one. */
function readStream(names: readonly string[], host: Pick<Host, 'readStream'>): DecodedText | Failure | undefined {
  const [first, second] = new Set(names.map(inputStreamOf));
  const [name] = names;
  if (name === undefined || first === undefined) return undefined;
  if (second !== undefined) throw new UsageError('Only one file can come from a pipe: run once for each.');
  const found = host.readStream(first);
  if (found.status !== 'found') return { path: name, reason: reasonOf(found) };
  const { text, encoding = 'utf-8' } = found;
  return text === '' ? { path: name, reason: 'standard input is empty' } : { text, encoding };
}

/** Why a file that somebody named is not analysed. */
export function reasonOf(found: Exclude<FileLookup, { status: 'found' }>): string {
  return found.status === 'missing' ? 'there is no such file' : describeUnread(found);
}

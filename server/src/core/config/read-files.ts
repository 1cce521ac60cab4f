import type { Catalog, DirectiveName } from '../directives/catalog.js';
import { isRedisOrForkAtLeast } from '../directives/target.js';
import { textOfBytes } from '../syntax/bytes.js';
import { tellingLinesOf } from '../syntax/config-file.js';
import type { ConfigLine, DirectiveLine } from '../syntax/config-line.js';
import type { FileReader } from './file-reader.js';
import { expandPattern, isPattern } from './glob.js';
import { type LineReading, readLine } from './interpret-line.js';
import type { LoadCache } from './load-cache.js';
import type { LoadProblem, LoadProblemDetail, LoadStage } from './load-problem.js';
import { logicalLines, nulBytes, within } from './logical-lines.js';
import { directoryOf, resolvePath } from './paths.js';
import { hasPlaceholder, openTagAfter } from './placeholders.js';
import type { Dialect, Occurrence, ResolvedConfiguration, SourceFile } from './resolved-configuration.js';
import { type Unread, unreadFrom } from './unread.js';

export type OccurrencesOf = (name: DirectiveName) => readonly Occurrence[];

export interface ReadRequest {
  readonly root: SourceFile;
  readonly dialect: Dialect;
  readonly catalog: Catalog;
  readonly reader: FileReader;
  readonly cache: LoadCache;
  /** What else the server says at a line that it could read, given all lines up to it. */
  readonly judge: (name: DirectiveName, occurrence: Occurrence, soFar: OccurrencesOf) => readonly LoadProblem[];
}

export interface ReadFiles {
  readonly files: readonly SourceFile[];
  readonly occurrences: OccurrencesOf;
  /** In the order read: what the server finds at once. */
  readonly problems: readonly LoadProblem[];
  /** What it keeps until all files are read. */
  readonly late: readonly LoadProblem[];
  readonly unread: ResolvedConfiguration['unread'];
  /** The working directory at the end. */
  readonly directory: string;
}

/** Files that include each other deeper than this are taken for a cycle; the server has no guard and dies. */
const MAX_INCLUDE_DEPTH = 32;

/** Reads the root and, in place, all that it includes, as the server does; but it goes on after a refused line. */
export function readFiles(request: ReadRequest): ReadFiles {
  const { root, dialect, catalog, reader, cache, judge } = request;
  const readings = cache.readingsFor(catalog.target, dialect);
  const hasPatterns = isRedisOrForkAtLeast(catalog.target, '7.0');
  const occurrences = new Map<DirectiveName, Occurrence[]>();
  const problems: LoadProblem[] = [];
  const late: LoadProblem[] = [];
  const files = new Map<string, SourceFile>();
  const unread: Unread[] = [];
  let directory = directoryOf(root.path);

  const occurrencesOf: OccurrencesOf = (name) => occurrences.get(name) ?? NONE;

  const read = (sources: readonly SourceFile[], stack: readonly string[]): void => {
    for (const source of sources) if (!files.has(source.path)) files.set(source.path, source);
    const [only] = sources;
    if (sources.length === 1 && only && !only.file.mayHoldNul) {
      const { path, file } = only;
      const inner = [...stack, path];
      let openTag: string | undefined;
      for (const [line, node] of tellingLinesOf(file)) {
        const isInTag = openTag !== undefined;
        openTag = openTagAfter(node.text, openTag);
        if (!isInTag) readNode(path, line, node, inner);
      }
      return;
    }
    for (const source of sources) problems.push(...nulBytes(source));
    const inner = [...stack, ...sources.map(({ path }) => path)];
    for (const { path, line, node, length } of logicalLines(sources)) readNode(path, line, node, inner, length);
  };

  const readNode = (path: string, line: number, node: ConfigLine, stack: Stack, length = node.text.length): void => {
    if (node.kind === 'directive') readDirective(path, line, node, stack, length);
    else if (node.kind === 'malformed' && !hasPlaceholder(node.text)) {
      const { kind, at } = node.error;
      problems.push({ code: 'unbalanced-quotes', kind, at: { path, line, at }, stage: 'config', isFatal: true });
    }
  };

  const readDirective = (path: string, line: number, node: DirectiveLine, stack: Stack, length: number): void => {
    const { name, args, isTemplated, shown, problem } = readingOf(node);
    const occurrence: Occurrence =
      shown === undefined
        ? { path, line, directive: node, args, isTemplated }
        : { path, line, directive: node, args, isTemplated, shown };
    if (problem) {
      const found = { ...problem, at: { path, line, at: within(problem.at, length) }, occurrence };
      (problem.stage === 'startup' ? late : problems).push(found);
    }
    if (name === undefined) return;
    const known = occurrences.get(name);
    if (known) known.push(occurrence);
    else occurrences.set(name, [occurrence]);
    if (problem?.isFatal) return;
    if (JUDGED.has(name)) problems.push(...judge(name, occurrence, occurrencesOf));
    if (isTemplated) return;
    if (name === 'dir') directory = resolvePath(directory, textOfBytes(shown ?? ''));
    if (name === 'include') include(textOfBytes(args[0]?.value ?? ''), occurrence, stack);
  };

  const readingOf = (node: DirectiveLine): LineReading => {
    const known = readings.get(node);
    if (known) return known;
    const reading = readLine(node, catalog, dialect);
    readings.set(node, reading);
    return reading;
  };

  const include = (name: string, occurrence: Occurrence, stack: readonly string[]): void => {
    const { path, line, args, directive } = occurrence;
    const at = { path, line, at: args[0] ?? directive.name };
    const say = (detail: LoadProblemDetail, stage: LoadStage, isFatal = true) =>
      problems.push({ ...detail, at, stage, isFatal, occurrence });
    const target = resolvePath(directory, name);
    const isGlob = hasPatterns && isPattern(name);
    const found = isGlob ? expandPattern(target, reader) : { status: 'found' as const, paths: [target] };
    if (found.status === 'unknown') {
      unread.push(unreadFrom(found, target, at));
      return;
    }
    const sources: SourceFile[] = [];
    for (const member of found.paths) {
      if (stack.includes(member) || stack.length > MAX_INCLUDE_DEPTH) {
        say({ code: 'include-cycle', name }, 'crash');
        continue;
      }
      const lookup = reader.readFile(member);
      if (lookup.status === 'unknown') unread.push(unreadFrom(lookup, member, at));
      else if (lookup.status === 'missing') {
        // A folder opens as a file does, and reads as empty.
        const isFolder = isGlob || reader.listFolder(member).status === 'found';
        if (!isFolder) say({ code: isPattern(name) ? 'include-glob-unsupported' : 'include-missing', name }, 'startup');
      } else {
        const file = cache.parse(member, lookup.text, root.file.rules, lookup.encoding ?? 'utf-8');
        sources.push({ path: member, file });
      }
    }
    for (const glued of sources.slice(0, -1).filter(({ file }) => file.lines.at(-1)?.text !== '')) {
      say({ code: 'include-glued-line', name, path: glued.path }, 'config', false);
    }
    if (sources.length > 0) read(sources, stack);
  };

  if (dialect === 'acl') files.set(root.path, root);
  else read([root], []);
  return { files: [...files.values()], occurrences: occurrencesOf, problems, late, unread, directory };
}

const NONE: readonly Occurrence[] = [];

/** Files that are being read, the outermost first. */
type Stack = readonly string[];

/** Directives whose lines depend on other lines. */
const JUDGED: ReadonlySet<DirectiveName> = new Set<DirectiveName>(['user', 'rename-command']);

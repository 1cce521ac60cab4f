import { has } from '../../directives/capabilities.js';
import type { Catalog, DirectiveName } from '../../directives/catalog.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { DirectiveLine } from '../../syntax/config-line.js';
import { COMMON_LEXICAL_RULES } from '../../syntax/word.js';
import type { Unanswered } from '../file-reader.js';
import type { LoadProblem, LoadProblemDetail, LoadStage } from '../load-problem.js';
import type { ConfigSource, Dialect, FileLine, Location, Occurrence, SourceId } from '../occurrence.js';
import { directoryOf, fileNameOf, resolvePath } from '../paths.js';
import { type Unread, unreadFrom } from '../unread.js';
import { DEEPEST_INCLUDE, IncludeBudget, SPENT } from './budgets.js';
import type { ConfigurationReader } from './configuration-reader.js';
import { type FileReference, referenceIn } from './file-references.js';
import { isPattern } from './glob.js';
import { includedPaths, readIncludedFiles } from './included-files.js';
import { readLine, unsplitLine } from './interpret-line.js';
import type { LoadCache } from './load-cache.js';
import { gluedLines, type LogicalLine, linesReadTogether, logicalLines, nulBytes } from './logical-lines.js';
import { type HeldReading, readWhere } from './standing-line.js';
import { templateTags } from './template-tags.js';

/** The lines of a directive that were read so far, in order. */
export type OccurrencesOf = (name: DirectiveName) => readonly Occurrence[];

/** What a server reads by itself, and all that reading it needs. */
export interface ReadRequest {
  /** One behind the other: the file that it is started with, then its arguments. */
  readonly sources: readonly ConfigSource[];
  /** What is known not to be read before anything is. */
  readonly unread: readonly Unread[];
  readonly dialect: Dialect;
  readonly catalog: Catalog;
  readonly reader: ConfigurationReader;
  readonly cache: LoadCache;
  /** What else the server says at a line that it could read, given all lines up to it. */
  readonly checkLine: (name: DirectiveName, occurrence: Occurrence, soFar: OccurrencesOf) => readonly LoadProblem[];
}

/** All lines of all files, before anything is made of them. */
export interface ReadFiles {
  readonly files: readonly ConfigSource[];
  readonly occurrences: OccurrencesOf;
  /** In the order read: what the server finds at once. */
  readonly problems: readonly LoadProblem[];
  /** What it keeps until all files are read. */
  readonly late: readonly LoadProblem[];
  readonly unread: readonly Unread[];
  /** The files of `include` lines. */
  readonly included: readonly FileReference[];
  readonly joinedLines: readonly FileLine[];
  /** The working directory at the end. */
  readonly directory: string;
}

/** Reads the sources and, in place, all that they include, as the server does; but it goes on after a refused line. */
export function readFiles(request: ReadRequest): ReadFiles {
  const reading = new Reading(request);
  if (request.dialect === 'acl') reading.keep(request.sources);
  else reading.readSources();
  return reading.result();
}

/** A text that is being read: files that the server reads as one. */
interface OpenText {
  /** It and those around it, the outermost first: the same one again, from the same working directory, has no end. */
  readonly stack: readonly string[];
  /** An `include` line of it was followed. */
  hasIncluded: boolean;
}

/** Directives whose lines depend on other lines. */
const DEPENDENT: ReadonlySet<DirectiveName> = new Set<DirectiveName>(['user', 'rename-command']);

const NONE: readonly Occurrence[] = [];
const NOTHING: Pick<FileReference, 'paths' | 'named'> = { paths: [] };

class Reading {
  readonly #request: ReadRequest;
  readonly #readings: WeakMap<DirectiveLine, HeldReading>;
  readonly #hasPatterns: boolean;
  readonly #occurrences = new Map<DirectiveName, Occurrence[]>();
  readonly #problems: LoadProblem[] = [];
  readonly #late: LoadProblem[] = [];
  readonly #files = new Map<SourceId, ConfigSource>();
  readonly #unread: Unread[];
  readonly #included: FileReference[] = [];
  readonly #joinedLines: FileLine[] = [];
  readonly #budget = new IncludeBudget();
  #isSpent = false;
  #directory: string;

  constructor(request: ReadRequest) {
    const { sources, dialect, catalog, cache } = request;
    this.#request = request;
    this.#unread = [...request.unread];
    this.#readings = cache.readingsFor(catalog.target, dialect);
    this.#hasPatterns = has(catalog.target, 'include-patterns');
    this.#directory = directoryOf(sources[0]?.path ?? '');
  }

  result(): ReadFiles {
    return {
      files: [...this.#files.values()],
      occurrences: this.#occurrencesOf,
      problems: this.#problems,
      late: this.#late,
      unread: this.#unread,
      included: this.#included,
      joinedLines: this.#joinedLines,
      directory: this.#directory,
    };
  }

  keep(sources: readonly ConfigSource[]): void {
    for (const source of sources) if (!this.#files.has(source.id)) this.#files.set(source.id, source);
  }

  /** The server joins file and arguments into one text, each from a line of its own. */
  readSources(): void {
    const [root, ...further] = this.#request.sources;
    if (!root) return;
    const text: OpenText = { stack: [this.#keyOf([root.path])], hasIncluded: false };
    this.#readText([root], text);
    for (const source of further) this.#readText([source], text);
  }

  readonly #occurrencesOf: OccurrencesOf = (name) => this.#occurrences.get(name) ?? NONE;

  readonly #keyOf = (paths: readonly string[]): string => [this.#directory, ...paths].join('\n');

  /** `sources`: files that the server reads as one. */
  #readText(sources: readonly ConfigSource[], text: OpenText): void {
    this.keep(sources);
    for (const line of linesReadTogether(sources)) this.#joinedLines.push(line);
    const tags = new Map(sources.map(({ id, file }) => [id, templateTags(file)]));
    for (const source of sources) for (const problem of nulBytes(source)) this.#problems.push(problem);
    for (const { id } of sources) this.#reportUnclosed(id, tags.get(id)?.unclosed ?? []);
    for (const line of logicalLines(sources)) {
      if (!tags.get(line.source)?.inner.has(line.line)) this.#readLine(line, text);
    }
  }

  #reportUnclosed(source: SourceId, unclosed: ReturnType<typeof templateTags>['unclosed']): void {
    for (const { line, at, mark, closing } of unclosed) {
      const detail = { code: 'template-tag-unclosed', mark, closing } as const;
      this.#problems.push({
        ...detail,
        at: { source, line, at },
        stage: 'config',
        isFatal: false,
        isUndecided: true,
      });
    }
  }

  #readLine(logical: LogicalLine, text: OpenText): void {
    const { source, line, node } = logical;
    if (node.kind === 'directive') this.#readDirective(logical, node, text);
    else if (node.kind === 'malformed') {
      const { catalog, dialect } = this.#request;
      const problem = unsplitLine(node, { catalog, dialect, isFilledIn: this.#isFilledIn(source, line) });
      if (problem) this.#problems.push({ ...problem, at: { source, line, at: problem.at } });
    }
  }

  #readDirective({ source, line, length }: LogicalLine, directive: DirectiveLine, text: OpenText): void {
    const held = this.#readingOf(directive, source, line);
    const { name, isTemplated, shown, problem } = held.reading;
    const standing = { source, line, length, isAfterInclude: text.hasIncluded };
    const { occurrence, found: own } = readWhere(directive, held, standing);
    if (own) (own.stage === 'startup' ? this.#late : this.#problems).push(own);
    if (name === undefined) return;
    this.#remember(name, occurrence);
    if (problem?.isFatal) return;
    const found = DEPENDENT.has(name) ? this.#request.checkLine(name, occurrence, this.#occurrencesOf) : [];
    for (const each of found) this.#problems.push(each);
    if (isTemplated) return;
    if (name === 'dir') this.#directory = resolvePath(this.#directory, textOfBytes(shown ?? ''));
    if (name === 'include') this.#include(occurrence, text);
  }

  #remember(name: DirectiveName, occurrence: Occurrence): void {
    const known = this.#occurrences.get(name);
    if (known) known.push(occurrence);
    else this.#occurrences.set(name, [occurrence]);
  }

  #readingOf(directive: DirectiveLine, source: SourceId, line: number): HeldReading {
    const known = this.#readings.get(directive);
    if (known) return known;
    const { catalog, dialect } = this.#request;
    const fillIns = this.#files.get(source)?.fillIns?.filter((fillIn) => fillIn.line === line);
    const isNameFilledIn = fillIns?.some(({ at }) => at.start < directive.name.end && at.end > directive.name.start);
    const isFilledIn = fillIns && fillIns.length > 0;
    const reading = readLine(directive, { catalog, dialect, isFilledIn, isNameFilledIn });
    const held: HeldReading = { reading, last: undefined };
    this.#readings.set(directive, held);
    return held;
  }

  /** Undefined where nothing is known of who holds the line. */
  #isFilledIn(source: SourceId, line: number): boolean | undefined {
    return this.#files.get(source)?.fillIns?.some((fillIn) => fillIn.line === line);
  }

  #include(occurrence: Occurrence, text: OpenText): void {
    const name = textOfBytes(occurrence.args[0]?.value ?? '');
    const { reader } = this.#request;
    const found = includedPaths(name, this.#directory, reader, this.#hasPatterns);
    const reference = referenceIn(occurrence, 'include', found.status === 'found' ? found : NOTHING);
    this.#included.push(reference);
    const { at, paths } = reference;
    if (found.status === 'unknown') this.#leaveUnread(found, found.pattern, at);
    text.hasIncluded = true;
    const { stack } = text;
    const key = this.#keyOf(paths);
    if (paths.length === 0) return;
    if (stack.includes(key)) this.#say({ code: 'include-cycle', name }, 'crash', at, occurrence);
    else if (stack.length > DEEPEST_INCLUDE) this.#leaveUnread(SPENT, paths[0] ?? '', at);
    else this.#readIncluded(paths, [...stack, key], at, occurrence);
  }

  /** That a budget is spent is said once: behind it everything is left. */
  #leaveUnread(answer: Unanswered, path: string, at: Location): void {
    if (answer.reason === 'budget' && this.#isSpent) return;
    this.#isSpent ||= answer.reason === 'budget';
    this.#unread.push(unreadFrom(answer, path, at));
  }

  #readIncluded(paths: readonly string[], stack: OpenText['stack'], at: Location, occurrence: Occurrence): void {
    const { reader, cache, sources, dialect } = this.#request;
    const name = textOfBytes(occurrence.args[0]?.value ?? '');
    const shelf = {
      reader,
      cache,
      rules: sources[0]?.file.rules ?? COMMON_LEXICAL_RULES,
      dialect,
      budget: this.#budget,
    };
    const { texts, missing, unanswered } = readIncludedFiles(paths, shelf);
    for (const answer of unanswered) this.#leaveUnread(answer, answer.path, at);
    for (const path of missing) this.#say(this.#missing(name, path), 'startup', at, occurrence);
    for (const sources of texts) {
      for (const glued of gluedLines(sources)) {
        const detail = { code: 'include-glued-line', ...glued } as const;
        this.#problems.push({ ...detail, at, stage: 'config', isFatal: false, occurrence });
      }
      this.#readText(sources, { stack, hasIncluded: false });
    }
  }

  /** A match that is not there is a link that leads nowhere. */
  #missing(name: string, path: string): LoadProblemDetail {
    if (!isPattern(name)) return { code: 'include-missing', name };
    return this.#hasPatterns
      ? { code: 'include-missing', name: fileNameOf(path) }
      : { code: 'include-glob-unsupported', name };
  }

  #say(detail: LoadProblemDetail, stage: LoadStage, at: Location, occurrence: Occurrence): void {
    this.#problems.push({ ...detail, at, stage, isFatal: true, occurrence });
  }
}

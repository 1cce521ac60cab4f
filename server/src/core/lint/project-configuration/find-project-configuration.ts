import type { FileReader, UnreadReason } from '../../config/file-reader.js';
import { directoryOf, resolvePath } from '../../config/paths.js';
import { describeUnread } from '../../config/unread.js';
import { parseTarget, type Target } from '../../directives/target.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../project/recognise.js';
import type { Role, Severity } from '../../rules/rule.js';
import { pathPattern } from '../../text/path-pattern.js';
import { positionsIn, type Range } from '../../text/span.js';
import type { Profile } from '../profile.js';
import {
  CONFIGURATION_FILE_NAME,
  type ConfigurationChoices,
  type ConfigurationFile,
  type ConfigurationProblem,
} from './configuration-file.js';
import { parseConfigurationFile } from './parse-configuration-file.js';

const EXTENDS = '"extends"';
/** Files that one project's configuration may extend, directly or not. */
const MOST_EXTENDED = 100;

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Whether there is such a file may come to light later, or elsewhere. */
const NOBODY_KNOWS: ReadonlySet<UnreadReason> = new Set<UnreadReason>(['not-loaded', 'another-machine']);

/** What the project says about linting one file. */
export interface ProjectConfiguration {
  readonly isIgnored: boolean;
  readonly target: Target | undefined;
  readonly profile: Profile | undefined;
  readonly role: Role | undefined;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly knownDirectives: readonly string[];
  /** The kinds of documents that are read. */
  readonly embedded: readonly DocumentKind[];
  /** Every configuration file that was read, with its mistakes; the nearest first. */
  readonly sources: readonly ConfigurationSource[];
}

/** One configuration file that was read, and what is wrong in it. */
export interface ConfigurationSource {
  readonly path: string;
  readonly problems: readonly ConfigurationProblem[];
}

interface Layer {
  readonly folder: string;
  readonly configuration: ConfigurationFile;
}

/**
 * The nearest `.redis-conf-lint.json` in or above the folder of a file, with the files that it extends. A folder that
 * the host has not looked into counts as empty; it answers later and asks again.
 */
export function findProjectConfiguration(
  path: string,
  reader: FileReader,
  ruleIds: readonly string[],
): ProjectConfiguration {
  const nearest = nearestConfigurationFile(path, reader);
  const sources: ConfigurationSource[] = nearest === undefined ? [] : unreadable(nearest, reader);
  const layers = nearest === undefined ? [] : readLayers(nearest, reader, ruleIds, sources);
  const choices = layers.flatMap((layer) => choicesFor(path, layer));
  const lastWith = (key: keyof ConfigurationChoices) => choices.findLast((choice) => choice[key] !== undefined);
  const target = lastWith('target')?.target;
  return {
    isIgnored: layers.some(({ folder, configuration }) => matches(path, folder, configuration.ignore ?? [])),
    target: target === undefined ? undefined : parseTarget(target),
    profile: lastWith('profile')?.profile,
    role: lastWith('role')?.role,
    severities: Object.assign({}, ...choices.map(({ rules }) => rules)),
    knownDirectives: choices.flatMap(({ knownDirectives = [] }) => knownDirectives),
    embedded: kindsOf(lastWith('embedded')?.embedded),
    sources,
  };
}

function kindsOf(embedded: ConfigurationChoices['embedded'] = true): readonly DocumentKind[] {
  return typeof embedded === 'boolean' ? (embedded ? DOCUMENT_KINDS : []) : embedded;
}

function nearestConfigurationFile(path: string, reader: FileReader): string | undefined {
  let folder = directoryOf(path);
  for (;;) {
    const candidate = resolvePath(folder, CONFIGURATION_FILE_NAME);
    const found = reader.readFile(candidate);
    if (found.status === 'found') return candidate;
    if (found.status === 'unknown' && found.reason === 'outside-root') {
      // Either a link that leads out, or the end of the way up.
      return reader.listFolder(folder).status === 'unknown' ? undefined : candidate;
    }
    if (found.status === 'unknown' && !NOBODY_KNOWS.has(found.reason)) return candidate;
    const parent = directoryOf(folder);
    if (parent === folder || folder === '.') return undefined;
    folder = parent;
  }
}

/** What it says is not known: nobody may take that for a project that says nothing. */
function unreadable(path: string, reader: FileReader): ConfigurationSource[] {
  const found = reader.readFile(path);
  if (found.status !== 'unknown') return [];
  return [{ path, problems: [{ message: `This file is not read: ${describeUnread(found)}.`, range: START }] }];
}

/**
 * A file's layers, what it extends first, so that later ones win. However many files extend it, each is read once and
 * counts where it comes up first, and so do `MOST_EXTENDED` of them at most.
 */
function readLayers(
  nearest: string,
  reader: FileReader,
  ruleIds: readonly string[],
  sources: ConfigurationSource[],
): readonly Layer[] {
  const seen = new Set<string>();
  const read = (path: string, stack: readonly string[]): readonly Layer[] => {
    seen.add(path);
    const found = reader.readFile(path);
    if (found.status !== 'found') return [];
    const folder = directoryOf(path);
    const { configuration, problems } = parseConfigurationFile(found.text, ruleIds);
    const inner = [...stack, path];
    const layers: Layer[] = [];
    const broken = new Set<string>();
    // It stands before those that it extends.
    const own = sources.push({ path, problems }) - 1;
    for (const base of (configuration.extends ?? []).map((name) => resolvePath(folder, name))) {
      const mistake = mistakeIn(base, inner, seen, reader);
      if (mistake !== undefined) broken.add(mistake);
      else if (!seen.has(base)) layers.push(...read(base, inner));
    }
    sources[own] = { path, problems: [...problems, ...atExtends(found.text, broken)] };
    return [...layers, { folder, configuration }];
  };
  return read(nearest, []);
}

function mistakeIn(
  base: string,
  stack: readonly string[],
  seen: ReadonlySet<string>,
  reader: FileReader,
): string | undefined {
  if (stack.includes(base)) return `"${base}" extends itself.`;
  if (seen.has(base)) return undefined;
  if (seen.size > MOST_EXTENDED) return `More than ${MOST_EXTENDED} files are extended: the rest is left out.`;
  const found = reader.readFile(base);
  if (found.status === 'missing') return `"${base}" does not exist.`;
  const isRefused = found.status === 'unknown' && !NOBODY_KNOWS.has(found.reason);
  return isRefused ? `"${base}" is not read: ${describeUnread(found)}.` : undefined;
}

function atExtends(text: string, messages: ReadonlySet<string>): readonly ConfigurationProblem[] {
  const offset = Math.max(0, text.indexOf(EXTENDS));
  const placeOf = positionsIn(text);
  const range = { start: placeOf(offset), end: placeOf(offset + EXTENDS.length) };
  return [...messages].map((message) => ({ message, range }));
}

/** The top of a file, then its overrides that match, in their order. */
function choicesFor(path: string, { folder, configuration }: Layer): readonly ConfigurationChoices[] {
  const { overrides = [] } = configuration;
  return [configuration, ...overrides.filter(({ files }) => matches(path, folder, files ?? []))];
}

/** A glob without a slash means the name in any folder, as in .gitignore. */
function matches(path: string, folder: string, globs: readonly string[]): boolean {
  const prefix = folder === '/' ? '/' : `${folder}/`;
  const relative = path.startsWith(prefix) ? path.slice(prefix.length) : path;
  return globs.some((glob) => {
    const pattern = pathPattern(glob.includes('/') ? glob : `**/${glob}`);
    return 'matches' in pattern && pattern.matches(relative);
  });
}

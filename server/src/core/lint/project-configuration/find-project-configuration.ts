import type { FileReader } from '../../config/file-reader.js';
import { directoryOf, resolvePath } from '../../config/paths.js';
import { parseTarget, type Target } from '../../directives/target.js';
import type { Role, Severity } from '../../rules/rule.js';
import { pathPattern } from '../../text/path-pattern.js';
import { positionsIn } from '../../text/span.js';
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

/** What the project says about linting one file. */
export interface ProjectConfiguration {
  readonly isIgnored: boolean;
  readonly target: Target | undefined;
  readonly profile: Profile | undefined;
  readonly role: Role | undefined;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly knownDirectives: readonly string[];
  /** Every configuration file that was read, with its mistakes; the nearest first. */
  readonly sources: readonly ConfigurationSource[];
}

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
 * the host cannot look into counts as empty; it answers later and asks again.
 */
export function findProjectConfiguration(
  path: string,
  reader: FileReader,
  ruleIds: readonly string[],
): ProjectConfiguration {
  const nearest = nearestConfigurationFile(path, reader);
  const sources: ConfigurationSource[] = [];
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
    sources,
  };
}

function nearestConfigurationFile(path: string, reader: FileReader): string | undefined {
  let folder = directoryOf(path);
  for (;;) {
    const candidate = resolvePath(folder, CONFIGURATION_FILE_NAME);
    if (reader.readFile(candidate).status === 'found') return candidate;
    const parent = directoryOf(folder);
    if (parent === folder || folder === '.') return undefined;
    folder = parent;
  }
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
  return reader.readFile(base).status === 'missing' ? `"${base}" does not exist.` : undefined;
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

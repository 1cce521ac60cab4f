import type { AclLanguage } from '../acl/effective-user.js';
import { has } from '../directives/capabilities.js';
import type { Catalog, DirectiveName } from '../directives/catalog.js';
import type { Target } from '../directives/target.js';
import { parseFile } from '../syntax/config-file.js';
import { groupBy } from '../text/group-by.js';
import { once } from '../text/once.js';
import { createRenameReader } from './checks/check-renames.js';
import { checkSentinel } from './checks/check-sentinel.js';
import { checkStartup } from './checks/check-startup.js';
import { type Doubt, doubted, doubtIn } from './checks/doubt.js';
import { undecidedOnNewer } from './checks/newer-target.js';
import { undecidedElsewhere } from './checks/undecided-elsewhere.js';
import { type Deployment, defaultsIn, sourcesIn } from './deployment.js';
import type { FileReader } from './file-reader.js';
import type { LoadProblem, LoadProblemCode, LoadProblemOf } from './load-problem.js';
import { containerOf } from './meaning/container.js';
import { saidElsewhere } from './meaning/elsewhere.js';
import { computeExposure, type Exposure } from './meaning/exposure.js';
import { originOf } from './meaning/origin.js';
import { startOf } from './meaning/start-of-file.js';
import { valueFrom } from './meaning/value-in-force.js';
import {
  type CommandRename,
  type ConfigSource,
  type Dialect,
  type Occurrence,
  sourceIn,
  sourceOfFile,
  type ValueInForce,
} from './occurrence.js';
import { type ConfigurationReader, configurationReader } from './reading/configuration-reader.js';
import { type FileReference, filesOpenedAtStart } from './reading/file-references.js';
import { createLoadCache, type LoadCache } from './reading/load-cache.js';
import { linesReadTogether } from './reading/logical-lines.js';
import { type OccurrencesOf, type ReadFiles, type ReadRequest, readFiles } from './reading/read-files.js';
import type { Whereabouts } from './reading/stand-ins.js';
import { takenForIn } from './reading/taken-for.js';
import type { ResolvedConfiguration } from './resolved-configuration.js';
import type { Unread } from './unread.js';
import { createUserLineReader, type UserLineReader } from './users/load-users.js';
import { type ResolvedUsers, resolveUsers, startsWithAllChannels } from './users/resolve-users.js';

/** The file that a server is started with, and what it is read for. */
export interface LoadRequest {
  readonly deployment: Deployment;
  readonly reader: FileReader;
  /** Where the host keeps one: what did not change since the last time is not worked out again. */
  readonly cache?: LoadCache | undefined;
}

/**
 * Reads a configuration as the server does: line by line, includes in place, the last line wins; then what the server
 * checks before it starts. Unlike the server it goes on after a line that the server refuses. Total: never throws.
 */
export function loadConfiguration(request: LoadRequest): ResolvedConfiguration {
  const reading = readingOf(request);
  const lines = readLines(reading);
  const acl = readUsers(reading, lines);
  const { root, target, catalog, dialect, aclLanguage } = reading;
  const { read, inForce, fileReferences } = lines;
  const { occurrences } = read;
  const exposure = computeExposure({ inForce, dialect, target }, acl.defaultUser, {
    origin: originOf({ root, files: read.files, occurrences, isHosted: request.deployment.hosts.length > 0 }),
    ...containerOf(request.deployment, occurrences),
    published: request.deployment.published.value,
  });
  const problems = problemsIn(reading, lines, acl, exposure);
  const problemsOf = byCode(problems);
  const unread = acl.unread ? [...read.unread, acl.unread] : read.unread;
  const aclFile = dialect === 'acl' ? root : acl.file;
  return {
    deployment: request.deployment,
    target,
    catalog,
    dialect,
    root,
    files: acl.file ? [...read.files, acl.file] : read.files,
    inForce,
    occurrences,
    renames: occurrences('rename-command').flatMap(renameOf),
    problems,
    problemsOf,
    statements: byStatement(occurrences),
    users: acl.users,
    aclLanguage,
    defaultUser: acl.defaultUser,
    exposure,
    start: startOf(reading.sources, request.deployment.facts),
    mayBeSaidElsewhere: saidElsewhere(exposure, read, {
      missing: problemsOf('include-missing'),
      unread,
      started: request.deployment.unread,
    }),
    unread,
    fileReferences,
    joinedLines: [...read.joinedLines, ...linesReadTogether(aclFile ? [aclFile] : [])],
    takenFor: takenForIn(fileReferences),
  };
}

/** What reading needs, and what its steps pass on. */
interface Reading {
  readonly root: ConfigSource;
  /** All that it reads by itself, the root first. */
  readonly sources: readonly ConfigSource[];
  readonly defaults: ReturnType<typeof defaultsIn>;
  /** What its documents name and what was not read. */
  readonly unread: readonly Unread[];
  readonly dialect: Dialect;
  readonly target: Target;
  readonly catalog: Catalog;
  readonly aclLanguage: AclLanguage;
  readonly cache: LoadCache;
  /** The files, for who reads them in a dialect. */
  readonly readerFor: (dialect: Dialect) => ConfigurationReader;
}

function readingOf({ deployment, reader, cache = createLoadCache() }: LoadRequest): Reading {
  const target = deployment.target.value;
  const own = sourcesIn(deployment);
  const root = own[0] ?? sourceOfFile(deployment.id, parseFile(''), 'server');
  const { dialect } = root;
  const where: Whereabouts = { rootPath: root.path, around: deployment.around, mounts: deployment.mounts };
  return {
    root,
    sources: own.length > 0 ? own : [root],
    defaults: defaultsIn(deployment),
    unread: deployment.unread,
    dialect,
    target,
    catalog: cache.catalogFor(target),
    aclLanguage: cache.aclLanguageOf(target, dialect === 'sentinel' ? 'sentinel' : 'server'),
    cache,
    readerFor: (by) => configurationReader(reader, where, by),
  };
}

interface Lines {
  readonly read: ReadFiles;
  readonly doubt: Doubt;
  readonly inForce: ResolvedConfiguration['inForce'];
  readonly fileReferences: readonly FileReference[];
  /** Has read all `user` lines. */
  readonly userLines: UserLineReader;
}

function readLines(reading: Reading): Lines {
  const { sources, dialect, catalog, cache, aclLanguage } = reading;
  const reader = reading.readerFor(dialect);
  const userLines = createUserLineReader(aclLanguage, cache.remember);
  const read = readFiles({
    sources,
    unread: reading.unread,
    dialect,
    catalog,
    reader,
    cache,
    checkLine: lineCheckOf(reading, userLines),
  });
  const doubt = doubtIn(read, catalog);
  const valueIn = valuesAfter(reading, read.occurrences);
  return {
    read,
    doubt,
    inForce: memoized((name) => doubted(valueIn(name), doubt)),
    fileReferences: [...read.included, ...filesOpenedAtStart(read.occurrences, read.directory, reader)],
    userLines,
  };
}

/** What lines say together, as the server finds out while it reads them. */
function lineCheckOf(reading: Reading, userLines: UserLineReader): ReadRequest['checkLine'] {
  const { aclLanguage } = reading;
  const renameReader = once(() => createRenameReader(aclLanguage.sets.table));
  const allChannels = allChannelsAfter(reading);
  return (name, occurrence, soFar) => {
    if (name === 'user') return userLines.read(occurrence, allChannels(soFar));
    const found = renameReader().read(occurrence);
    return found ? [found] : [];
  };
}

/** Asked at each `user` line; it is another only below another line that says so. */
function allChannelsAfter(reading: Reading): (soFar: OccurrencesOf) => boolean {
  let known: { readonly lines: number; readonly answer: boolean } | undefined;
  return (soFar) => {
    const lines = soFar('acl-pubsub-default').length;
    if (known?.lines !== lines) {
      const inForce = valuesAfter(reading, soFar);
      known = { lines, answer: startsWithAllChannels({ inForce }, reading.aclLanguage) };
    }
    return known.answer;
  };
}

function valuesAfter(
  { catalog, target, dialect, defaults }: Reading,
  occurrences: OccurrencesOf,
): ResolvedConfiguration['inForce'] {
  return (name) => {
    const directive = catalog.directive(name);
    const found = directive && valueFrom(directive, occurrences(name), target, dialect);
    if (!found || found.from || !defaults.has(found.name)) return found;
    const ofImage = defaults.get(found.name);
    return ofImage === undefined ? { ...found, isKnown: false } : { ...found, values: [ofImage] };
  };
}

function readUsers(reading: Reading, { read, doubt, inForce, fileReferences, userLines }: Lines): ResolvedUsers {
  const { root, dialect, aclLanguage } = reading;
  return resolveUsers({
    config: { inForce, occurrences: read.occurrences, dialect, root },
    hasBrokenUsers: doubt.broken.has('user') || doubt.broken.has('aclfile'),
    language: aclLanguage,
    cache: reading.cache,
    userLines,
    reader: reading.readerFor('acl'),
    fileReferences,
  });
}

/** In the order in which the server meets them. */
function problemsIn(
  { dialect, target, catalog, aclLanguage, cache }: Reading,
  { read, doubt, inForce }: Lines,
  acl: ResolvedUsers,
  { origin }: Exposure,
): readonly LoadProblem[] {
  const startup =
    dialect === 'acl' ? [] : [...checkStartup({ inForce, occurrences: read.occurrences, dialect, target })];
  // Until Redis 7.0 TLS and listeners are set up before users are loaded, from 7.2 on after them.
  const listensFirst = !has(target, 'users-before-sockets');
  const found = [
    ...read.problems,
    ...(dialect === 'sentinel'
      ? [...checkSentinel(read.occurrences('sentinel'), target, doubt.broken.has('sentinel'), cache.remember)].filter(
          (problem) => !isFilledIn(problem, read.files),
        )
      : []),
    ...unclaimedNames(read, target),
    ...(listensFirst ? [...startup, ...acl.problems] : [...acl.problems, ...startup]),
  ];
  return undecidedOnNewer(undecidedElsewhere(found, { doubt, origin, dialect, catalog }), catalog, aclLanguage);
}

/** What holds the lines puts something in the place of the placeholder. */
function isFilledIn({ code, at }: LoadProblem, files: readonly ConfigSource[]): boolean {
  return code === 'placeholder' && sourceIn(files, at.source)?.fillIns !== undefined;
}

/** A module that a line loads may claim names that the server keeps: then nothing stops it, as far as one can tell. */
function unclaimedNames({ late, occurrences }: ReadFiles, target: Target): readonly LoadProblem[] {
  if (late.length === 0 || occurrences('loadmodule').length === 0) return late;
  const mayBeClaimed = has(target, 'unknown-names-kept');
  return late.flatMap((problem) => {
    if (problem.code === 'unclaimed-module-directive') return [];
    return [mayBeClaimed && problem.code !== 'wrong-arity' ? { ...problem, isFatal: false } : problem];
  });
}

function renameOf(from: Occurrence): readonly CommandRename[] {
  const [oldName, newName] = from.args;
  return oldName && newName ? [{ from, oldName: oldName.value.toUpperCase(), newName: newName.value }] : [];
}

/** Every rule about a code asks, and most files have no problem at all. */
function byCode(problems: readonly LoadProblem[]): ResolvedConfiguration['problemsOf'] {
  const groups = once(() => groupBy(problems, (problem) => problem.code));
  return <Code extends LoadProblemCode>(code: Code) => (groups().get(code) ?? []) as readonly LoadProblemOf<Code>[];
}

/** A Sentinel of a thousand masters has a dozen statements, and as many rules ask for one each. */
function byStatement(occurrences: OccurrencesOf): ResolvedConfiguration['statements'] {
  const groups = once(() => groupBy(occurrences('sentinel'), ({ args }) => args[0]?.value.toLowerCase()));
  return (name) => groups().get(name) ?? [];
}

/** Rules ask for the same values again and again. */
function memoized(valueIn: ResolvedConfiguration['inForce']): ResolvedConfiguration['inForce'] {
  const known = new Map<DirectiveName, ValueInForce | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, valueIn(name));
    return known.get(name);
  };
}

import { aclLanguageOf } from '../acl/effective-user.js';
import { type Catalog, catalogFor, type DirectiveName } from '../directives/catalog.js';
import type { Target } from '../directives/target.js';
import { textOfBytes } from '../syntax/bytes.js';
import { type ConfigFile, parseFile } from '../syntax/config-file.js';
import type { DirectiveLine } from '../syntax/config-line.js';
import { computeExposure } from './exposure.js';
import type { FileReader } from './file-reader.js';
import { readLine } from './interpret-line.js';
import { createUserLineReader } from './load-users.js';
import { originOf } from './origin.js';
import { directoryOf, resolvePath } from './paths.js';
import { resolveUsers, startsWithAllChannels } from './resolve-users.js';
import type {
  CommandRename,
  Dialect,
  LoadProblem,
  Location,
  Occurrence,
  ResolvedConfiguration,
  SourceFile,
} from './resolved-configuration.js';
import { settingFrom } from './setting.js';

export interface LoadRequest {
  readonly root: SourceFile;
  readonly dialect: Dialect;
  readonly target: Target;
  readonly reader: FileReader;
  /** `catalogFor(target)`, where the caller keeps one. */
  readonly catalog?: Catalog;
}

/** Files that include each other deeper than this are taken for a cycle; the server has no guard and dies. */
const MAX_INCLUDE_DEPTH = 32;

/**
 * Reads a configuration as the server does: line by line, includes in place, the last line wins.
 * Unlike the server it goes on after a line that the server refuses. Total: never throws.
 */
export function loadConfiguration(request: LoadRequest): ResolvedConfiguration {
  const { root, dialect, target, reader } = request;
  const catalog = request.catalog ?? catalogFor(target);
  const occurrences = new Map<DirectiveName, Occurrence[]>();
  const problems: LoadProblem[] = [];
  const files: SourceFile[] = [];
  const unread: ResolvedConfiguration['unread'][number][] = [];
  const aclLanguage = aclLanguageOf(target);
  const userLines = createUserLineReader(aclLanguage);
  let directory = directoryOf(root.path);

  const occurrencesOf = (name: DirectiveName): readonly Occurrence[] => occurrences.get(name) ?? [];
  const setting: ResolvedConfiguration['setting'] = (name) => {
    const directive = catalog.directive(name);
    return directive && settingFrom(directive, occurrencesOf(name));
  };

  const readFile = (source: SourceFile, stack: readonly string[]): void => {
    if (!files.some(({ path }) => path === source.path)) files.push(source);
    source.file.lines.forEach((line, index) => {
      const here = (at: Location['at']): Location => ({ path: source.path, line: index, at });
      if (line.kind === 'malformed') {
        const { kind, at } = line.error;
        problems.push({ code: 'unbalanced-quotes', kind, at: here(at), stage: 'config', isFatal: true });
      } else if (line.kind === 'directive') {
        readDirective(source, index, line, stack);
      }
    });
  };

  const readDirective = (source: SourceFile, index: number, line: DirectiveLine, stack: readonly string[]): void => {
    const { name, args, isTemplated, problem } = readLine(line, catalog);
    const occurrence: Occurrence = { path: source.path, line: index, directive: line, args, isTemplated };
    if (problem) {
      const { at, ...rest } = problem;
      problems.push({ ...rest, at: { path: source.path, line: index, at }, occurrence });
    }
    if (name === undefined) return;
    const known = occurrences.get(name);
    if (known) known.push(occurrence);
    else occurrences.set(name, [occurrence]);
    if (name === 'user' && !problem) {
      problems.push(...userLines.read(occurrence, startsWithAllChannels({ setting }, aclLanguage)));
    }
    if (problem || isTemplated) return;
    const value = textOfBytes(args[0]?.value ?? '');
    if (name === 'dir') directory = resolvePath(directory, value);
    if (name === 'include') include(value, occurrence, stack);
  };

  const include = (name: string, occurrence: Occurrence, stack: readonly string[]): void => {
    const path = resolvePath(directory, name);
    const word = occurrence.args[0];
    const at: Location = { path: occurrence.path, line: occurrence.line, at: word ?? occurrence.directive.name };
    if (stack.includes(path) || stack.length > MAX_INCLUDE_DEPTH) {
      problems.push({ code: 'include-cycle', name, at, stage: 'crash', isFatal: true, occurrence });
      return;
    }
    const found = reader.readFile(path);
    if (found.status === 'missing') {
      problems.push({ code: 'include-missing', name, at, stage: 'startup', isFatal: true, occurrence });
    } else if (found.status === 'unknown') {
      unread.push({ path, reason: found.reason, at });
    } else {
      const file: ConfigFile = parseFile(found.text, { rules: root.file.rules, encoding: found.encoding ?? 'utf-8' });
      readFile({ path, file }, [...stack, path]);
    }
  };

  if (dialect === 'acl') files.push(root);
  else readFile(root, [root.path]);

  const renames: CommandRename[] = occurrencesOf('rename-command').flatMap((from) => {
    const [oldName, newName] = from.args;
    return oldName && newName ? [{ from, oldName: oldName.value.toUpperCase(), newName: newName.value }] : [];
  });
  const acl = resolveUsers({
    config: { setting, occurrences: occurrencesOf, dialect, root },
    language: aclLanguage,
    userLines,
    reader,
    directory,
  });
  problems.push(...acl.problems);
  if (acl.file) files.push(acl.file);
  if (acl.unread) unread.push(acl.unread);
  const origin = originOf(root, occurrencesOf);
  const exposure = computeExposure({ setting, dialect, target }, acl.defaultUser, origin);
  return {
    target,
    catalog,
    dialect,
    root,
    files,
    setting,
    occurrences: occurrencesOf,
    renames,
    problems,
    users: acl.users,
    aclLanguage,
    defaultUser: acl.defaultUser,
    exposure,
    unread,
  };
}

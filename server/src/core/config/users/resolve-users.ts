import type { AclLanguage } from '../../acl/effective-user.js';
import { textOfBytes } from '../../syntax/bytes.js';
import { COMMON_LEXICAL_RULES } from '../../syntax/word.js';
import type { FileReader } from '../file-reader.js';
import type { LoadProblem } from '../load-problem.js';
import { type ConfigSource, type LoadedValues, sourceOfFile } from '../occurrence.js';
import { type FileReference, fileNamedBy } from '../reading/file-references.js';
import type { LoadCache } from '../reading/load-cache.js';
import { type Unread, unreadFrom } from '../unread.js';
import { type DefaultUser, locationOf, type ReadAclFile, resolveDefaultUser } from './default-user.js';
import { loadAclFile, type UserLineReader } from './load-users.js';
import type { AclUser } from './users.js';

interface Request {
  readonly config: Pick<LoadedValues, 'inForce' | 'occurrences' | 'dialect'> & { readonly root: ConfigSource };
  readonly language: AclLanguage;
  readonly cache: Pick<LoadCache, 'parse' | 'remember'>;
  /** A `user` or `aclfile` line cannot be read, or its name is misspelt: whom it declares is unknown. */
  readonly hasBrokenUsers: boolean;
  /** Has read all `user` lines. */
  readonly userLines: UserLineReader;
  readonly reader: FileReader;
  readonly fileReferences: readonly FileReference[];
}

/** Whom the server knows when it has started. */
export interface ResolvedUsers {
  readonly users: readonly AclUser[];
  readonly defaultUser: DefaultUser;
  /** What the server finds out while it starts. */
  readonly problems: readonly LoadProblem[];
  /** The ACL file that the configuration names. */
  readonly file?: ConfigSource;
  readonly unread?: Unread;
}

/** Whom the server knows when it has started: from the ACL file if there is one, else from `user` lines. */
export function resolveUsers(request: Request): ResolvedUsers {
  const resolved = readUsers(request);
  if (request.config.occurrences('loadmodule').length === 0) return resolved;
  return { ...resolved, problems: resolved.problems.map(maybeFromModule) };
}

/** A module may bring the command or the category. */
function maybeFromModule(problem: LoadProblem): LoadProblem {
  const isUnknown = problem.code === 'acl-unknown-command' || problem.code === 'acl-unknown-category';
  return isUnknown ? { ...problem, isFatal: false } : problem;
}

function readUsers(request: Request): ResolvedUsers {
  const { config, language, userLines } = request;
  const { parse, remember } = request.cache;
  const allChannels = startsWithAllChannels(config, language);
  if (config.dialect === 'acl') {
    const { users, problems, hasBrokenLines } = loadAclFile(config.root, { language, allChannels, remember });
    return { users, problems, defaultUser: decide(request, users, { from: undefined, isKnown: true, hasBrokenLines }) };
  }
  const value = config.inForce('aclfile');
  const from = value?.values[0] === '' ? undefined : value?.from;
  if (!value || !from) {
    const { users: declared, problems } = userLines.finish(allChannels);
    const users = config.occurrences('role').length > 0 ? declared.map((user) => user.besideRoles()) : declared;
    return { users, problems, defaultUser: decide(request, users, undefined) };
  }
  const clash = clashWithUserLines(request, from);
  const unknown = { users: [], problems: clash, defaultUser: decide(request, [], { from, isKnown: false }) };
  if (!value.isKnown) return unknown;
  const name = textOfBytes(value.values[0] ?? '');
  const path = fileNamedBy(request.fileReferences, from) ?? name;
  const found = request.reader.readFile(path);
  const at = locationOf(from);
  if (found.status === 'missing') {
    const missing: LoadProblem = { code: 'acl-file-missing', name, path, at, stage: 'startup', isFatal: true };
    return { ...unknown, problems: [...clash, missing] };
  }
  if (found.status === 'unknown') return { ...unknown, unread: unreadFrom(found, path, at) };
  const file = parse(path, found.text, COMMON_LEXICAL_RULES, found.encoding ?? 'utf-8');
  const source = sourceOfFile(path, file, 'acl');
  const { users, problems, hasBrokenLines } = loadAclFile(source, { language, allChannels, remember });
  const defaultUser = decide(request, users, { from, isKnown: true, hasBrokenLines });
  return { users, problems: [...clash, ...problems], defaultUser, file: source };
}

/** Whether new users may use every channel: the default before Redis 7.0. */
export function startsWithAllChannels({ inForce }: Pick<LoadedValues, 'inForce'>, { dialect }: AclLanguage): boolean {
  return !dialect.hasChannels || inForce('acl-pubsub-default')?.values[0]?.toLowerCase() === 'allchannels';
}

function decide(
  { config, language, hasBrokenUsers }: Request,
  users: readonly AclUser[],
  aclFile: ReadAclFile | undefined,
) {
  const isBroken = aclFile ? aclFile.hasBrokenLines === true : hasBrokenUsers;
  return resolveDefaultUser({ config, language, users, aclFile, hasBrokenUsers: isBroken });
}

function clashWithUserLines({ config }: Request, aclFile: Parameters<typeof locationOf>[0]): readonly LoadProblem[] {
  const users = config.occurrences('user');
  if (users.length === 0) return [];
  return [{ code: 'acl-file-and-users', users, at: locationOf(aclFile), stage: 'startup', isFatal: true }];
}

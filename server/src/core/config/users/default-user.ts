import { isEmptySet } from '../../acl/command-set.js';
import { type AclLanguage, type EffectiveUser, openUser } from '../../acl/effective-user.js';
import type { LoadedValues, Location, Occurrence } from '../occurrence.js';
import type { AclUser } from './users.js';

/**
 * Who is logged in without asking, computed from the whole configuration (aclfile, user lines, requirepass).
 * - `open`: every connection is the default user, without a password
 * - `password`: AUTH with a password is needed
 * - `off`: disabled, or enabled without any way to log in
 * - `unknown`: it is decided in a file or a line that could not be read, or by a placeholder
 */
export interface DefaultUser {
  readonly state: 'open' | 'password' | 'off' | 'unknown';
  readonly decidedBy: 'built-in' | 'requirepass' | 'user-line' | 'aclfile';
  /** The line that decides; undefined for `built-in`, and for an ACL file without a line for the default user. */
  readonly at: Location | undefined;
  /** Clear-text passwords that log in (byte strings); never to be shown. */
  readonly passwords: readonly string[];
  /** What it may do once it is logged in; undefined where the state is unknown. */
  readonly effective: EffectiveUser | undefined;
  /** Whether it may run any command at all, beyond those that log in; true where that is unknown. */
  readonly canRunCommands: boolean;
}

/** What the ACL file said; undefined: there is none. */
export interface ReadAclFile {
  /** The line that names it; undefined where the ACL file is the root itself. */
  readonly from: Occurrence | undefined;
  /** False: it could not be read. */
  readonly isKnown: boolean;
  /** It has lines that are no `user` lines. */
  readonly hasBrokenLines?: boolean;
}

interface Request {
  readonly config: Pick<LoadedValues, 'inForce'>;
  readonly language: AclLanguage;
  readonly users: readonly AclUser[];
  readonly aclFile: ReadAclFile | undefined;
  /** A line that declares users cannot be read: it may be the default user's. */
  readonly hasBrokenUsers: boolean;
}

/** Measured on Redis 6.2 to 8.6 and Valkey 7.2 to 9.1: aclfile beats user lines beat requirepass. */
export function resolveDefaultUser({ config, language, users, aclFile, hasBrokenUsers }: Request): DefaultUser {
  if (aclFile && !aclFile.isKnown) {
    return unknownUser('aclfile', aclFile.from && locationOf(aclFile.from));
  }
  const user = users.find(({ name }) => name === 'default');
  const decidedBy = aclFile ? 'aclfile' : 'user-line';
  if (user) return user.isTemplated ? unknownUser(decidedBy, user.at) : userOf(user.effective, decidedBy, user.at);
  // A placeholder may become the name of any user.
  const templated = users.find(({ isTemplated, name }) => isTemplated && /[{$@%<]/.test(name));
  if (templated) return unknownUser(decidedBy, templated.at);
  if (hasBrokenUsers) return unknownUser(decidedBy, undefined);
  const open = openUser(language);
  if (aclFile) return userOf(open, 'aclfile', undefined);
  const requirepass = config.inForce('requirepass');
  const at = requirepass?.from && locationOf(requirepass.from);
  if (requirepass && !requirepass.isKnown) return unknownUser('requirepass', at);
  const clear = requirepass?.values[0] ?? '';
  if (clear === '') return userOf(open, at ? 'requirepass' : 'built-in', at);
  return userOf({ ...open, acceptsAnyPassword: false, passwords: [{ clear }] }, 'requirepass', at);
}

function unknownUser(decidedBy: DefaultUser['decidedBy'], at: Location | undefined): DefaultUser {
  return { state: 'unknown', decidedBy, at, passwords: [], effective: undefined, canRunCommands: true };
}

function userOf(effective: EffectiveUser, decidedBy: DefaultUser['decidedBy'], at: DefaultUser['at']): DefaultUser {
  const canRunCommands = [effective.permissions, ...effective.selectors].some(({ commands }) => !isEmptySet(commands));
  const passwords = effective.passwords.flatMap(({ clear }) => (clear === undefined ? [] : [clear]));
  return { state: stateOf(effective), decidedBy, at, passwords, effective, canRunCommands };
}

function stateOf({ isOn, acceptsAnyPassword, passwords }: EffectiveUser): DefaultUser['state'] {
  if (!isOn) return 'off';
  if (acceptsAnyPassword) return 'open';
  return passwords.length > 0 ? 'password' : 'off';
}

/** From the first argument on (the name where there is none) to the end of the line's words. */
export function locationOf({ source, line, directive }: Occurrence): Location {
  const first = directive.args[0] ?? directive.name;
  return { source, line, at: { start: first.start, end: (directive.args.at(-1) ?? first).end } };
}

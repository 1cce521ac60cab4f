import type { Location, Occurrence, ResolvedConfiguration } from './resolved-configuration.js';

/**
 * Who is logged in without asking, computed from the whole configuration (aclfile, user lines, requirepass).
 * - `open`: every connection is the default user, without a password
 * - `password`: AUTH with a password is needed
 * - `off`: disabled, or enabled without any way to log in
 * - `unknown`: it is decided in a file that could not be read, or by a template placeholder
 */
export interface DefaultUser {
  readonly state: 'open' | 'password' | 'off' | 'unknown';
  readonly decidedBy: 'built-in' | 'requirepass' | 'user-line' | 'aclfile';
  /** The line that decides; undefined for `built-in`, and for an ACL file without a line for the default user. */
  readonly at: Location | undefined;
  /** Clear-text passwords that log in (byte strings); never to be shown. */
  readonly passwords: readonly string[];
}

type Input = Pick<ResolvedConfiguration, 'setting' | 'occurrences'>;

/** Measured on Redis 6.2 to 8.6 and Valkey 7.2 to 9.1: aclfile beats user lines beat requirepass. */
export function resolveDefaultUser(config: Input): DefaultUser {
  const aclFile = config.setting('aclfile');
  if (aclFile?.from && aclFile.values[0] !== '') {
    return { state: 'unknown', decidedBy: 'aclfile', at: locationOf(aclFile.from), passwords: [] };
  }
  const requirepass = config.setting('requirepass');
  if (!requirepass?.from) return { state: 'open', decidedBy: 'built-in', at: undefined, passwords: [] };
  const password = requirepass.values[0] ?? '';
  return {
    state: password === '' ? 'open' : 'password',
    decidedBy: 'requirepass',
    at: locationOf(requirepass.from),
    passwords: password === '' ? [] : [password],
  };
}

/** From the first argument on (the name where there is none) to the end of the line's words. */
export function locationOf({ path, line, directive }: Occurrence): Location {
  const first = directive.args[0] ?? directive.name;
  return { path, line, at: { start: first.start, end: (directive.args.at(-1) ?? first).end } };
}

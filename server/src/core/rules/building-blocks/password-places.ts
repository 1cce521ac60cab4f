import type { Location, Occurrence } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isShownUserName } from '../../config/showing/shown-words.js';
import type { AclUser } from '../../config/users/users.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { Word } from '../../syntax/word.js';
import { printable } from '../../text/printable.js';
import type { RuleInput } from '../rule.js';
import { isFilledIn } from './filled-in.js';

/** A clear-text password that counts, where it stands. Only an ACL user's may be empty: elsewhere that is none. */
export interface PasswordPlace {
  readonly kind: 'requirepass' | 'masterauth' | 'user' | 'sentinel';
  /** How messages call it: `requirepass`, `user app`, `sentinel auth-pass`. */
  readonly label: string;
  /** The password as text; never to be shown. */
  readonly value: string;
  /** The password as a byte string: what is hashed. */
  readonly bytes: string;
  /** Its characters, without the `>` of an ACL rule. */
  readonly at: Location;
  /** The whole word, and what goes before a new password in its place: `>` or nothing. */
  readonly word: Location;
  readonly prefix: '' | '>';
  /** The same one as long as its line is not edited. */
  readonly token: Word;
  /** Names beside it that a guesser tries: the user's, the monitored master's. */
  readonly names: readonly string[];
}

type Config = Pick<
  ResolvedConfiguration,
  'inForce' | 'occurrences' | 'dialect' | 'users' | 'defaultUser' | 'deployment'
>;

/** Every clear-text password in force that is known: of the server, of ACL users, and those sent to other servers. */
export function passwordPlaces({ config, remember }: Pick<RuleInput, 'config' | 'remember'>): readonly PasswordPlace[] {
  return remember(allPlaces, config, { config, remember });
}

function allPlaces({ config, remember }: Pick<RuleInput, 'config' | 'remember'>): readonly PasswordPlace[] {
  const places = [
    ...serverPasswords(config),
    ...usersHere(config).flatMap((user) => remember(userPasswords, user, user)),
    ...config.occurrences('sentinel').flatMap((from) => [...sentinelPasswords(from)]),
  ];
  return places.filter(({ at }) => !isFilledIn(config, at));
}

/** Users of an ACL file are reported when it is read itself. */
function usersHere({ users, dialect }: Config): readonly AclUser[] {
  return users.filter(({ describedBy }) => describedBy !== 'aclfile' || dialect === 'acl');
}

/** `requirepass` and `masterauth` in force. */
export function* serverPasswords(config: Config): Iterable<PasswordPlace> {
  for (const kind of ['requirepass', 'masterauth'] as const) {
    if (kind === 'requirepass' && isOverruled(config)) continue;
    const from = config.inForce(kind)?.from;
    const word = from?.args[0];
    if (from && word && from.args.length === 1) yield* placeOf(kind, kind, from, word, []);
  }
}

/** An ACL file or a line for the default user makes the server ignore requirepass. */
function isOverruled({ defaultUser: { decidedBy } }: Config): boolean {
  return decidedBy === 'aclfile' || decidedBy === 'user-line';
}

function* placeOf(
  kind: PasswordPlace['kind'],
  label: string,
  { source, line }: Pick<Occurrence, 'source' | 'line'>,
  word: Word,
  names: readonly string[],
): Iterable<PasswordPlace> {
  const prefix = kind === 'user' ? '>' : '';
  const bytes = word.value.slice(prefix.length);
  const value = textOfBytes(bytes);
  // A word that a NUL byte brought here from the next line has no place of its own on this one.
  const isMissing = kind === 'user' ? word.end === word.start : value === '' || word.end === word.start;
  if (isMissing) return;
  const whole: Location = { source, line, at: { start: word.start, end: word.end } };
  const start = value === '' || word.quote !== 'plain' ? word.start : Math.min(word.end, word.start + prefix.length);
  yield {
    kind,
    label,
    value,
    bytes,
    at: { source, line, at: { start, end: word.end } },
    word: whole,
    prefix,
    token: word,
    names,
  };
}

/** Passwords that `resetpass` or `nopass` drops again don't count. */
function userPasswords(user: AclUser): readonly PasswordPlace[] {
  const name = textOfBytes(user.name);
  return user.effective.passwords.flatMap(({ rule }) => {
    const word = rule?.word;
    return word?.value.startsWith('>') ? [...placeOf('user', `user ${shortened(name)}`, user.at, word, [name])] : [];
  });
}

/** A password of which only the hash stands there: no value, and in its place a new one is written in clear text. */
export interface HashPlace extends PasswordPlace {
  /** SHA-256 in lower-case hexadecimal digits; never to be shown. */
  readonly hash: string;
}

/** The password hashes in force, after `#`, that somebody looks for. */
export function* hashPlaces(
  config: Config,
  isWanted: (hash: string, name: string, word: Word) => boolean,
): Iterable<HashPlace> {
  for (const user of usersHere(config)) {
    for (const { hash, rule } of user.effective.passwords) {
      if (hash === undefined || !rule || !isWanted(hash, user.name, rule.word)) continue;
      const { start, end } = rule.word;
      const at: Location = { source: user.at.source, line: user.at.line, at: { start, end } };
      const label = `user ${shortened(textOfBytes(user.name))}`;
      yield { kind: 'user', label, value: '', bytes: '', at, word: at, prefix: '>', token: rule.word, names: [], hash };
    }
  }
}

/** `sentinel auth-pass <master> <password>` and `sentinel sentinel-pass <password>`. */
function* sentinelPasswords(from: Occurrence): Iterable<PasswordPlace> {
  const [option, ...rest] = from.args;
  const name = option?.value.toLowerCase();
  const word = name === 'auth-pass' && rest.length === 2 ? rest[1] : name === 'sentinel-pass' ? rest[0] : undefined;
  const master = name === 'auth-pass' ? (rest[0]?.value ?? '') : '';
  if (word) yield* placeOf('sentinel', `sentinel ${name}`, from, word, [master]);
}

/** A message has room for so much of a name. */
function shortened(name: string): string {
  const shown = isShownUserName(name) ? printable(name) : '…';
  return shown.length <= 20 ? shown : `${shown.slice(0, 19)}…`;
}

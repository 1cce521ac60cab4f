import type { Location, Occurrence, ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { Word } from '../../syntax/word.js';

/** A clear-text password that counts, where it stands. Empty ones are none. */
export interface PasswordPlace {
  readonly kind: 'requirepass' | 'masterauth' | 'user' | 'sentinel';
  /** How messages call it: `requirepass`, `user app`, `sentinel auth-pass`. */
  readonly label: string;
  /** The password as text; never to be shown. */
  readonly value: string;
  /** Its characters, without the `>` of an ACL rule. */
  readonly at: Location;
  /** The whole word, and what goes before a new password in its place: `>` or nothing. */
  readonly word: Location;
  readonly prefix: '' | '>';
  /** Names beside it that a guesser tries: the user's, the monitored master's. */
  readonly names: readonly string[];
}

type Config = Pick<ResolvedConfiguration, 'setting' | 'occurrences' | 'dialect' | 'root'>;

/** Every clear-text password in force: of the server, of ACL users, and those sent to other servers. */
export function* passwordPlaces(config: Config): Iterable<PasswordPlace> {
  if (config.dialect === 'acl') {
    yield* aclFilePasswords(config);
    return;
  }
  for (const kind of ['requirepass', 'masterauth'] as const) {
    const from = config.setting(kind)?.from;
    const word = from?.args[0];
    if (from && word && from.args.length === 1) yield* placeOf(kind, kind, from, word, []);
  }
  for (const from of config.occurrences('user')) yield* userPasswords(from, from.args);
  for (const from of config.occurrences('sentinel')) yield* sentinelPasswords(from);
}

function* placeOf(
  kind: PasswordPlace['kind'],
  label: string,
  { path, line }: Pick<Occurrence, 'path' | 'line'>,
  word: Word,
  names: readonly string[],
): Iterable<PasswordPlace> {
  const prefix = kind === 'user' ? '>' : '';
  const value = textOfBytes(word.value).slice(prefix.length);
  if (value === '') return;
  const whole: Location = { path, line, at: { start: word.start, end: word.end } };
  const start = word.start + (word.quote === 'plain' ? prefix.length : 0);
  yield { kind, label, value, at: { path, line, at: { start, end: word.end } }, word: whole, prefix, names };
}

function* userPasswords(from: Pick<Occurrence, 'path' | 'line'>, args: readonly Word[]): Iterable<PasswordPlace> {
  const [user, ...rules] = args;
  if (!user) return;
  const name = textOfBytes(user.value);
  for (const rule of rules) {
    if (rule.value.startsWith('>')) yield* placeOf('user', `user ${shortened(name)}`, from, rule, [name]);
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

/** The server splits the lines of an ACL file at blanks, without quotes or comments. */
function* aclFilePasswords({ root }: Config): Iterable<PasswordPlace> {
  for (const [line, { text }] of root.file.lines.entries()) {
    const words = [...text.matchAll(/[^ \t\r]+/g)].map(
      ({ 0: raw, index }): Word => ({ raw, value: raw, quote: 'plain', start: index, end: index + raw.length }),
    );
    if (words[0]?.value === 'user') yield* userPasswords({ path: root.path, line }, words.slice(1));
  }
}

/** A message has room for so much of a name. */
function shortened(name: string): string {
  return name.length <= 20 ? name : `${name.slice(0, 19)}…`;
}

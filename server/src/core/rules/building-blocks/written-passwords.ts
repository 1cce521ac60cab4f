import { sourcesIn } from '../../config/deployment.js';
import type { FillIn } from '../../config/fill-in.js';
import { type ConfigSource, type FileLine, type Location, type Occurrence, sourceIn } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { DirectiveName } from '../../directives/catalog.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { Word } from '../../syntax/word.js';
import type { Trigger } from '../rule.js';
import { flawOfPassword } from './bad-passwords.js';

/** A word in the place of a password, whether it is in force or not: written there, or filled in by something else. */
export interface WrittenPassword {
  readonly directive: DirectiveName;
  /** How messages call its place. */
  readonly label: string;
  readonly source: ConfigSource;
  /** Its characters, without the `>` of an ACL rule. */
  readonly at: Location;
  readonly word: Word;
  /** As text; never to be shown. */
  readonly value: string;
  readonly fillIns: readonly FillIn[];
}

type Config = Pick<ResolvedConfiguration, 'occurrences' | 'deployment' | 'users'>;

/** What these take as their first argument is a password. */
const FIRST_ARGUMENT = ['requirepass', 'masterauth', 'tls-key-file-pass', 'tls-client-key-file-pass'] as const;
type PasswordDirective = (typeof FIRST_ARGUMENT)[number] | 'user' | 'sentinel';

/** What `writtenPasswords` reads. */
export const PASSWORD_TRIGGERS: readonly Trigger[] = [...FIRST_ARGUMENT, 'user', 'sentinel', 'users', 'deployment'];

/** Every word in the place of a password, hashes not among them. */
export function writtenPasswords(config: Config): readonly WrittenPassword[] {
  const ofLines = ([...FIRST_ARGUMENT, 'user', 'sentinel'] as const).flatMap((name) =>
    config
      .occurrences(name)
      .flatMap((from) => passwordWords(name, from).flatMap((word) => placed(config, name, from, word))),
  );
  const ofAclFiles = config.users
    .filter(({ describedBy }) => describedBy === 'aclfile')
    .flatMap(({ at, effective }) =>
      effective.passwords.flatMap(({ rule }) =>
        rule?.word.value.startsWith('>') ? placed(config, 'user', at, rule.word) : [],
      ),
    );
  return [...ofLines, ...ofAclFiles];
}

/** Those that everybody can read who sees the line: nothing is filled in, and nobody forgot to replace them. */
export function literalPasswords(config: Config): readonly WrittenPassword[] {
  return writtenPasswords(config).filter(
    ({ value, fillIns }) => value !== '' && fillIns.length === 0 && flawOfPassword(value)?.code !== 'placeholder',
  );
}

function passwordWords(name: PasswordDirective, { args }: Occurrence): readonly Word[] {
  const [first, second, third] = args;
  if (name === 'user') return args.slice(1).filter(({ value }) => value.startsWith('>'));
  if (name !== 'sentinel') return first ? [first] : [];
  const statement = first?.value.toLowerCase();
  const word = statement === 'auth-pass' ? third : statement === 'sentinel-pass' ? second : undefined;
  return word ? [word] : [];
}

function placed(
  { deployment }: Config,
  directive: PasswordDirective,
  { source: id, line }: FileLine,
  word: Word,
): readonly WrittenPassword[] {
  const source = sourceIn(sourcesIn(deployment), id);
  if (!source) return [];
  const prefix = directive === 'user' ? 1 : 0;
  const start = word.quote === 'plain' ? Math.min(word.end, word.start + prefix) : word.start;
  return [
    {
      directive,
      label: directive === 'user' ? 'a "user" line' : `"${directive}"`,
      source,
      at: { source: id, line, at: { start, end: word.end } },
      word,
      value: textOfBytes(word.value.slice(prefix)),
      fillIns: (source.fillIns ?? []).filter(
        (fillIn) => fillIn.line === line && word.start <= fillIn.at.start && fillIn.at.end <= word.end,
      ),
    },
  ];
}

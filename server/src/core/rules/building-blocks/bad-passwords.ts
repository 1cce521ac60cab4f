import { holdsVariable } from '../../config/reading/placeholders.js';
import type { Word } from '../../syntax/word.js';
import type { Remember } from '../../text/remember.js';
import type { RuleInput } from '../rule.js';
import { PUBLISHED_PASSWORDS } from './data/published-passwords.js';
import { isHashOfName } from './guessed-hashes.js';
import { hashPlaces, type PasswordPlace, passwordPlaces } from './password-places.js';
import { type PasswordWeakness, weaknessOf } from './password-strength.js';

/**
 * How a password looks that somebody meant to replace.
 * - `marker`: a template engine or `envsubst` would: `${X}`, `$X`, `@X@`, `%X%`, `__X__`, `{X}`, `{{ x }}`
 * - `words`: a person would: `CHANGE_ME`, `your-password-here`, `<password>`, `XXXXXXXX`
 */
type PlaceholderKind = 'marker' | 'words';

/** The one thing that is wrong with a password: three rules share this, and each reports its own part. */
export type PasswordFlaw =
  | { readonly code: 'placeholder'; readonly kind: PlaceholderKind }
  | { readonly code: 'published' }
  | { readonly code: 'weak'; readonly weakness: PasswordWeakness };

/** A password, where it stands, and what is wrong with it. */
export interface BadPassword {
  readonly place: PasswordPlace;
  readonly flaw: PasswordFlaw;
}

/** Of how many users the names are tried: each takes some hashes. */
const MOST_NAMES = 200;

/** The bad passwords in force; `masterauth` with the password of `requirepass` is the same password, reported once. */
export function badPasswords(input: RuleInput): readonly BadPassword[] {
  return input.remember(allBad, input.config, input);
}

const allBad = (input: RuleInput): readonly BadPassword[] => [...eachBad(input)];

function* eachBad(input: RuleInput): Iterable<BadPassword> {
  const { config, guessHash, remember } = input;
  const places = passwordPlaces(input);
  const own = places.find(({ kind }) => kind === 'requirepass')?.value;
  for (const place of places) {
    if (place.kind === 'masterauth' && place.value === own) continue;
    const flaw = flawOf(place, remember);
    if (flaw) yield { place, flaw };
  }
  const triesNames = config.users.length <= MOST_NAMES;
  const isWanted = (hash: string, name: string, word: Word) =>
    guessHash(hash) !== undefined || (triesNames && remember(isHashOfName, word, { hash, name }));
  for (const { hash, ...place } of hashPlaces(config, isWanted)) {
    const guess = guessHash(hash) ?? 'name';
    yield { place, flaw: guess === 'published' ? { code: guess } : { code: 'weak', weakness: guess } };
  }
}

/** What is wrong with one password, by itself; undefined when nothing is. */
export function flawOf(place: PasswordPlace, remember: Remember): PasswordFlaw | undefined {
  return remember(findFlaw, place.token, place);
}

const findFlaw = ({ value, names }: PasswordPlace): PasswordFlaw | undefined => flawOfPassword(value, names);

/** The same of a text alone, with the names that stand beside it. */
export function flawOfPassword(value: string, names: readonly string[] = []): PasswordFlaw | undefined {
  if (value === '') return { code: 'weak', weakness: 'empty' };
  const kind = placeholderKind(value);
  if (kind) return { code: 'placeholder', kind };
  if (PUBLISHED_PASSWORDS.has(value.toLowerCase())) return { code: 'published' };
  const weakness = weaknessOf(value, names);
  return weakness && { code: 'weak', weakness };
}

const TAGS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
] as const;

const MARKER = [
  /\$\([A-Za-z_]\w*\)/,
  /^\$[A-Z_][A-Z0-9_]*$/,
  /^@[A-Za-z]\w*@$|^%[A-Za-z][\w-]*%$|^__[A-Za-z]\w*__$|^\{[A-Za-z][\w.-]*\}$/,
] as const;

const WORDS = [
  /change[-_ ]?(me|this|it)(?![a-z])|replace[-_ ]?(me|this|with)(?![a-z])/i,
  /^your[-_ ].*(pass|secret|key|token)|^(your|my)[-_].*here$/i,
  /placeholder|(pass|passwd|password|secret|key)[-_ ]?(goes[-_ ]?)?here$/i,
  /^(insert|enter|put|set|fill)[-_ ].*(pass|secret|key|here)/i,
  /^<<?[^<>]+>>?$|^\[[A-Za-z][\w -]*\]$|^todo\b|^tbd$|^fixme\b/i,
  /^[x]{4,}$|^[*]{3,}$|^\.{3,}$/i,
] as const;

/** Undefined for a password that nobody seems to have meant to replace. `value` is text, not bytes. */
function placeholderKind(value: string): PlaceholderKind | undefined {
  if (TAGS.some((tag) => holdsTag(value, tag)) || holdsVariable(value)) return 'marker';
  if (MARKER.some((pattern) => pattern.test(value))) return 'marker';
  return WORDS.some((pattern) => pattern.test(value)) ? 'words' : undefined;
}

function holdsTag(value: string, [opening, closing]: (typeof TAGS)[number]): boolean {
  const start = value.indexOf(opening);
  return start >= 0 && value.includes(closing, start + opening.length);
}

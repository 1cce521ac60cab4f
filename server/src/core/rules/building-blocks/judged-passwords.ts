import type { Remember } from '../../text/remember.js';
import type { RuleInput } from '../rule.js';
import { PUBLISHED_PASSWORDS } from './data/published-passwords.js';
import { hashPlaces, type PasswordPlace, passwordPlaces } from './password-places.js';
import { type PasswordWeakness, weaknessOf } from './password-strength.js';
import { type PlaceholderKind, placeholderKind } from './placeholder-password.js';

/** The one thing that is wrong with a password: three rules share this, and each reports its own part. */
export type PasswordVerdict =
  | { readonly code: 'placeholder'; readonly kind: PlaceholderKind }
  | { readonly code: 'published' }
  | { readonly code: 'weak'; readonly weakness: PasswordWeakness };

/** A password, where it stands, and what is wrong with it. */
export interface JudgedPassword {
  readonly place: PasswordPlace;
  readonly verdict: PasswordVerdict;
}

/** The bad passwords in force; `masterauth` with the password of `requirepass` is the same password, reported once. */
export function* judgedPasswords(input: RuleInput): Iterable<JudgedPassword> {
  const { config, guessHash, remember } = input;
  const places = passwordPlaces(input);
  const own = places.find(({ kind }) => kind === 'requirepass')?.value;
  for (const place of places) {
    if (place.kind === 'masterauth' && place.value === own) continue;
    const verdict = judge(place, remember);
    if (verdict) yield { place, verdict };
  }
  for (const { hash, ...place } of hashPlaces(config, (one) => guessHash(one) !== undefined)) {
    const guess = guessHash(hash) ?? 'common';
    yield { place, verdict: guess === 'published' ? { code: guess } : { code: 'weak', weakness: guess } };
  }
}

/** What is wrong with one password, by itself; undefined when nothing is. */
export function judge(place: PasswordPlace, remember: Remember): PasswordVerdict | undefined {
  return remember(verdictOf, place.token, place);
}

function verdictOf({ value, names }: PasswordPlace): PasswordVerdict | undefined {
  if (value === '') return { code: 'weak', weakness: 'empty' };
  const kind = placeholderKind(value);
  if (kind) return { code: 'placeholder', kind };
  if (PUBLISHED_PASSWORDS.has(value.toLowerCase())) return { code: 'published' };
  const weakness = weaknessOf(value, names);
  return weakness && { code: 'weak', weakness };
}

import { sha256 } from '../../acl/sha256.js';
import type { HashGuesser } from '../rule.js';
import { COMMON_WORDS } from './data/common-passwords.js';
import { PUBLISHED_SPELLINGS } from './data/published-passwords.js';

/**
 * A hash hides no password that everybody tries first. About 2,500 guesses are hashed when the first question comes and
 * kept as long as the guesser: that takes some 30 ms, which a file without hashes never spends and an editor spends once.
 */
export function createHashGuesser(): HashGuesser {
  let known: ReadonlyMap<string, 'published' | 'common' | 'empty'> | undefined;
  return (hash) => {
    known ??= new Map<string, 'published' | 'common' | 'empty'>([
      [sha256(''), 'empty'],
      ...[...commonSpellings()].map((password) => [sha256(password), 'common'] as const),
      ...PUBLISHED_SPELLINGS.map((password) => [sha256(password), 'published'] as const),
    ]);
    return known.get(hash);
  };
}

/** Digits that are counted or repeated, as people type them. */
const DIGITS =
  '1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 987654321 654321 123123 123321 112233';

function* commonSpellings(): Iterable<string> {
  for (const word of COMMON_WORDS) {
    yield* [word, word[0]?.toUpperCase() + word.slice(1), `${word}1`, `${word}123`];
  }
  yield* DIGITS.split(' ');
  for (let digit = 0; digit <= 9; digit++) for (let length = 1; length <= 8; length++) yield `${digit}`.repeat(length);
}

/** Endings that people give a user's name to make a password of it. */
const ENDINGS = ['', '1', '123', 'pass', 'password', '_password', '-password'];

/** Whether a hash is that of a password made of the name beside it. */
export function isHashOfName({ hash, name }: { readonly hash: string; readonly name: string }): boolean {
  return ENDINGS.some((ending) => sha256(name + ending) === hash);
}

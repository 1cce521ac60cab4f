import * as fc from 'fast-check';
import { CHARACTERS, LONG_WORDS, TEMPLATE_PIECES, WORDS } from './fragments.js';

/** What somebody or something does to a text: `a` and `b` are places, taken modulo what there is. */
type Mutation = (text: string, a: number, b: number, fragment: string) => string;

const onItems =
  (
    separator: RegExp,
    change: (items: string[], a: number, b: number, fragment: string) => readonly string[],
  ): Mutation =>
  (text, a, b, fragment) => {
    // With the separators, as a capturing group splits: items stand at even places.
    const parts = text.split(separator);
    const count = (parts.length + 1) / 2;
    return change(parts, 2 * (a % count), 2 * (b % count), fragment).join('');
  };

const removed = (items: string[], a: number) => items.toSpliced(a, 2);
const doubled = (items: string[], a: number) => items.toSpliced(a, 0, ...items.slice(a, a + 2));
const swapped = (items: string[], a: number, b: number) => items.with(a, items[b] ?? '').with(b, items[a] ?? '');
const copied = (items: string[], a: number, b: number) => items.with(a, items[b] ?? '');
const replaced = (items: string[], a: number, _: number, fragment: string) => items.with(a, fragment);

const WORD = /(\s+)/;
const LINE = /(\n)/;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'insert text': (text, a, _, fragment) => {
    const at = a % (text.length + 1);
    return text.slice(0, at) + fragment + text.slice(at);
  },
  'replace a character': (text, a, _, fragment) => {
    const at = a % (text.length + 1);
    return text.slice(0, at) + fragment + text.slice(at + 1);
  },
  'remove text': (text, a, b) => text.slice(0, a % (text.length + 1)) + text.slice((a % (text.length + 1)) + (b % 20)),
  'cut off': (text, a) => text.slice(0, a % (text.length + 1)),
  'remove a word': onItems(WORD, removed),
  'double a word': onItems(WORD, doubled),
  'swap words': onItems(WORD, swapped),
  'copy a word': onItems(WORD, copied),
  'replace a word': onItems(WORD, replaced),
  'remove a line': onItems(LINE, removed),
  'double a line': onItems(LINE, doubled),
  'swap lines': onItems(LINE, swapped),
  'replace a line': onItems(LINE, replaced),
};

export const fragments: fc.Arbitrary<string> = fc.oneof(
  // It joins lines, as nothing else does.
  { weight: 2, arbitrary: fc.constant('\0') },
  { weight: 8, arbitrary: fc.constantFrom(...CHARACTERS) },
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom(...TEMPLATE_PIECES) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG_WORDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);

/** What one mutation makes of a text. */
export function mutations(pieces: fc.Arbitrary<string> = fragments): fc.Arbitrary<(text: string) => string> {
  const place = fc.nat(10_000);
  return fc.tuple(fc.constantFrom(...Object.values(MUTATIONS)), place, place, pieces).map(
    ([mutate, a, b, fragment]) =>
      (text) =>
        mutate(text, a, b, fragment),
  );
}

/** The text after at most a few mutations. */
export function mutated(
  text: fc.Arbitrary<string>,
  pieces: fc.Arbitrary<string> = fragments,
  most = 4,
): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(mutations(pieces), { maxLength: most }))
    .map(([whole, all]) => all.reduce((now, mutate) => mutate(now), whole));
}

import type { Span } from '../../text/span.js';
import { isSafeValue } from './shown-words.js';

/** The words of a text that stand in hidden parts of it and must not turn up elsewhere. */
export function hiddenWords(text: string, hidden: readonly Span[]): readonly string[] {
  return hidden
    .flatMap(({ start, end }) => text.slice(start, end).split(/[\s"',;:=/\\]+/))
    .filter((word) => !isSafeValue(word));
}

/** Shorter words may occur in others by chance: they count as a whole only. */
const LONG = 5;

/** Where a text holds a word. */
export function placesOf(word: string, text: string): readonly Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
    const end = start + word.length;
    const isWhole = !/\w/.test(text.charAt(start - 1)) && !/\w/.test(text.charAt(end));
    if (isWhole || word.length >= LONG) places.push({ start, end });
  }
  return places;
}

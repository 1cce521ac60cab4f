import type { ImageFamily } from '../../config/host-facts.js';
import { type OffsetSpan, originOf, partOf } from '../../text/mapped-text.js';
import type { ArgumentWord } from '../host-reading.js';
import type { PlacedWord } from '../words/server-command.js';

/** Variables in which images take further words. */
export const EXTRA_WORDS: Readonly<Partial<Record<ImageFamily, string>>> = {
  stack: 'REDIS_ARGS',
  valkey: 'VALKEY_EXTRA_FLAGS',
};

/** Words as images split such a variable: at blanks alone, quotes stay. */
export function extraWords(line: ArgumentWord, at: OffsetSpan): readonly PlacedWord[] {
  return [...line.text.text.matchAll(/\S+/g)].map(({ index, 0: word }) => {
    const end = index + word.length;
    const own = line.fillIns.filter((fillIn) => index <= fillIn.at.start && fillIn.at.end <= end);
    return {
      text: partOf(line.text, index, end),
      fillIns: own.map((each) => ({ ...each, at: { start: each.at.start - index, end: each.at.end - index } })),
      at: originOf(line.text, { start: index, end }) ?? at,
    };
  });
}

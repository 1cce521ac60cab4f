import { asWhole, joined, type MappedText, type OffsetSpan, originOf, partOf } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';

/** A piece of a word that something reads before the server does; offsets in the word as it is written. */
export type ExpandedPiece = OffsetSpan &
  (
    | { /** The character that an escape stands for: `$` for `$$`. */ readonly escaped: string }
    | { /** What is put there; the word keeps the piece as it is written. */ readonly filled: Omit<WordFillIn, 'at'> }
  );

/** The word with its pieces read, which are in order and apart; all else stays as it is written. */
export function expandedWord(text: MappedText, pieces: Iterable<ExpandedPiece>): ArgumentWord {
  const parts: MappedText[] = [];
  const fillIns: WordFillIn[] = [];
  let done = 0;
  let length = 0;
  const add = (part: MappedText) => {
    parts.push(part);
    length += part.text.length;
  };
  for (const piece of pieces) {
    const { start, end } = piece;
    add(partOf(text, done, start));
    if ('escaped' in piece) {
      const origin = originOf(text, piece);
      add(origin ? asWhole(piece.escaped, origin) : partOf(text, start, start + 1));
    } else {
      fillIns.push({ at: { start: length, end: length + end - start }, ...piece.filled });
      add(partOf(text, start, end));
    }
    done = end;
  }
  add(partOf(text, done));
  return { text: joined(parts), fillIns };
}

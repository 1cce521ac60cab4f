import { asWhole, joined, type MappedText, originOf, partOf } from '../../text/mapped-text.js';
import type { PlacedWord } from '../words/server-command.js';

/** A list of strings as JSON has it; undefined: it is none, so that a shell gets the text as it stands. */
export function jsonWords(body: MappedText): readonly PlacedWord[] | undefined {
  const { text } = body;
  if (!text.startsWith('[') || !isListOfStrings(text)) return undefined;
  const words: PlacedWord[] = [];
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = endOfString(text, start);
    words.push(wordOf(body, start, end));
    start = text.indexOf('"', end);
  }
  return words;
}

function isListOfStrings(text: string): boolean {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string');
  } catch {
    return false;
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

const ESCAPE = /\\(?:u[0-9A-Fa-f]{4}|.)/g;

function wordOf(body: MappedText, start: number, end: number): PlacedWord {
  const inside = partOf(body, start + 1, end - 1);
  const parts: MappedText[] = [];
  let done = 0;
  for (const { 0: written, index } of inside.text.matchAll(ESCAPE)) {
    const origin = originOf(inside, { start: index, end: index + written.length });
    const value: unknown = JSON.parse(`"${written}"`);
    parts.push(partOf(inside, done, index));
    if (origin && typeof value === 'string') parts.push(asWhole(value, origin));
    done = index + written.length;
  }
  parts.push(partOf(inside, done));
  return { text: joined(parts), fillIns: [], at: originOf(body, { start, end }) ?? { start: 0, end: 0 } };
}

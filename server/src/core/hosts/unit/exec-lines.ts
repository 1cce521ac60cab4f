import { partOf } from '../../text/mapped-text.js';
import type { PlacedWord } from '../words/server-command.js';
import type { UnitEntry } from './unit-file.js';
import { unitWords } from './unit-words.js';

/** One command line of `ExecStart=` and its like. */
export interface ExecLine {
  readonly words: readonly PlacedWord[];
  /** `+` before the program: it runs as root, whatever the unit says. */
  readonly isPrivileged: boolean;
}

const PREFIX = /^[-@:+!|]+/;

/** The command lines of a entry, which a `;` of its own separates; none where a quote is not closed. */
export function execLines({ value }: UnitEntry): readonly ExecLine[] {
  const prefix = PREFIX.exec(value.text)?.[0] ?? '';
  const words = unitWords(partOf(value, prefix.length), { expandsVariables: !prefix.includes(':') }) ?? [];
  const lines: PlacedWord[][] = [[]];
  for (const word of words) {
    if (isSeparator(word)) lines.push([]);
    else lines.at(-1)?.push(word);
  }
  const [first = [], ...others] = lines;
  return [
    { words: prefix.includes('@') ? first.toSpliced(1, 1) : first, isPrivileged: prefix.includes('+') },
    ...others.map((own) => ({ words: own, isPrivileged: false })),
  ].filter(({ words: own }) => own.length > 0);
}

/** Without quotes and without a backslash. */
const isSeparator = ({ text, at }: PlacedWord): boolean => text.text === ';' && at.end - at.start === 1;

import { asWhole, joined, type MappedText, originOf, partOf, unmapped } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';
import type { ScriptText, ScriptWord, ShellCommand } from '../words/shell-script.js';

/**
 * What a command prints, where that is certain: `echo`, `printf` without a format, or with one of whole lines. Shells
 * do not agree on what `echo` makes of a backslash.
 */
export function printedText({ words }: ShellCommand): ScriptText | undefined {
  const [program, ...rest] = words;
  if (program?.text.text === 'echo') return echoed(rest);
  return program?.text.text === 'printf' ? printed(rest) : undefined;
}

function echoed(words: readonly ScriptWord[]): ScriptText | undefined {
  const [option] = words;
  const isOption = option !== undefined && /^-[neE]+$/.test(option.text.text);
  const own = isOption ? words.slice(1) : words;
  const flags = isOption ? option.text.text : '';
  const end = flags.includes('n') ? '' : '\n';
  if (flags.includes('e')) return over(own, withEscapes(spaced(own)), end);
  return own.some(({ text }) => text.text.includes('\\')) ? undefined : over(own, spaced(own), end);
}

function printed([format, ...words]: readonly ScriptWord[]): ScriptText | undefined {
  if (!format || format.fillIns.length > 0) return undefined;
  if (words.length === 0 && !format.text.text.includes('%')) return over([format], withEscapes(format), '');
  if (format.text.text !== '%s\\n') return undefined;
  return over(words, together(words, '\n'), '\n');
}

const spaced = (words: readonly ScriptWord[]): ArgumentWord => together(words, ' ');

function together(words: readonly ArgumentWord[], separator: string): ArgumentWord {
  const fillIns: WordFillIn[] = [];
  let length = 0;
  for (const { text, fillIns: own } of words) {
    for (const fillIn of own) {
      fillIns.push({ ...fillIn, at: { start: fillIn.at.start + length, end: fillIn.at.end + length } });
    }
    length += text.text.length + separator.length;
  }
  const texts = words.map(({ text }) => text);
  return { text: joined(texts, separator), fillIns };
}

function over(
  words: readonly ScriptWord[],
  printed: ArgumentWord | undefined,
  lineEnd: string,
): ScriptText | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (!printed || !first || !last) return undefined;
  const text = joined([printed.text, unmapped(lineEnd)]);
  return { text, fillIns: printed.fillIns, at: { start: startOf(first), end: endOf(last) } };
}

/** Without the quotes around it. */
const startOf = ({ text, at }: ScriptWord): number => text.runs[0]?.origin ?? at.start;

function endOf({ text, at }: ScriptWord): number {
  const last = text.runs.at(-1);
  return last ? last.origin + last.originLength : at.end;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
]);

/** Undefined: it has another escape, or words that are not known beside one. */
function withEscapes({ text, fillIns }: ArgumentWord): ArgumentWord | undefined {
  const parts: MappedText[] = [];
  let done = 0;
  for (let at = text.text.indexOf('\\'); at >= 0; at = text.text.indexOf('\\', done)) {
    const meant = ESCAPES.get(text.text.charAt(at + 1));
    const origin = originOf(text, { start: at, end: at + 2 });
    if (meant === undefined || !origin || fillIns.length > 0) return undefined;
    parts.push(partOf(text, done, at), asWhole(meant, origin));
    done = at + 2;
  }
  return { text: joined([...parts, partOf(text, done)]), fillIns };
}

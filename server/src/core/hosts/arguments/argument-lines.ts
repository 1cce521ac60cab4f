import type { FillIn } from '../../config/fill-in.js';
import { has } from '../../directives/capabilities.js';
import type { Target } from '../../directives/target.js';
import { asWhole, joined, type MappedText, originOf, partOf, unmapped } from '../../text/mapped-text.js';
import type { ArgumentWord } from '../host-reading.js';

/** What a server makes of the words behind its name. */
export interface ArgumentLines {
  /** The first word, where it is no option: the file that the server is started with. */
  readonly file: ArgumentWord | undefined;
  /** Its first or its last word is `-`: it reads standard input too. */
  readonly readsStandardInput: boolean;
  /** The options, each as a line of a configuration, without a line end behind the last. */
  readonly text: MappedText;
  readonly fillIns: readonly FillIn[];
  /** The words that each option is made of, its name first. A line feed in a name makes two lines of one option. */
  readonly options: readonly (readonly ArgumentWord[])[];
}

interface OpenLine {
  readonly words: ArgumentWord[];
  readonly parts: ArgumentPart[];
  /** An option and its value in one word count as a whole line. */
  isComplete: boolean;
}

interface ArgumentPart {
  readonly text: MappedText;
  readonly fillIns: ArgumentWord['fillIns'];
}

/**
 * Joins words into lines as `redis-server` and `valkey-server` do: `--name` begins a line, what follows are its values,
 * quoted, so that each stays one word; the text of the option itself is not quoted. From 7.0.1 on a word that begins with
 * `--` is a value while the option before it has none; from 7.0.3 on `--save` and `--sentinel` may have none.
 */
export function argumentLines(words: readonly ArgumentWord[], target: Target): ArgumentLines {
  const [first] = words;
  const file = first && isFile(first.text.text, target) ? first : undefined;
  const behind = file ? words.slice(1) : words;
  const isStream = ({ text }: ArgumentWord) => text.text === '-';
  const streams = new Set([behind[0], behind.at(-1)].filter((word) => word !== undefined && isStream(word)));
  const lines: OpenLine[] = [];
  for (const word of behind) if (!streams.has(word)) addWord(lines, word, target);
  for (const line of lines) endLine(line, target);
  const options = lines.map((line) => line.words);
  return { file, readsStandardInput: streams.size > 0, ...written(lines), options };
}

function isFile(word: string, target: Target): boolean {
  return has(target, 'single-dash-arguments') ? !word.startsWith('-') : !word.startsWith('--');
}

function addWord(lines: OpenLine[], word: ArgumentWord, target: Target): void {
  const { text, fillIns } = word;
  const last = lines.at(-1);
  const isOption = text.text.startsWith('--') && !(last && takesAsValue(last, target));
  if (isOption || !last) {
    if (last) endLine(last, target);
    const name = isOption ? 2 : 0;
    const shifted = fillIns.map((each) => ({ ...each, at: { start: each.at.start - name, end: each.at.end - name } }));
    const bare = isOption ? { text: partOf(text, name), fillIns: shifted } : quoted({ text, fillIns });
    lines.push({ words: [word], parts: [bare], isComplete: isOption && /\s/.test(text.text.trim()) });
  } else {
    last.words.push(word);
    last.parts.push(quoted({ text, fillIns }));
    last.isComplete = true;
  }
}

/** Whether a word that looks like an option is the value of the option before it. */
function takesAsValue({ parts, isComplete }: OpenLine, target: Target): boolean {
  if (isComplete || parts.length > 1 || !has(target, 'arguments-may-begin-with-dashes')) return false;
  return !(has(target, 'options-without-value') && MAY_LACK_VALUE.test(parts[0]?.text.text ?? ''));
}

const MAY_LACK_VALUE = /^(save|sentinel)$/i;

/** `--save` alone means no save points at all. */
function endLine({ parts }: OpenLine, target: Target): void {
  const isSaveAlone = parts.length === 1 && /^save$/i.test(parts[0]?.text.text ?? '');
  if (isSaveAlone && has(target, 'options-without-value')) parts.push({ text: unmapped('""'), fillIns: [] });
}

const ESCAPED = /["\\\n\r\t\x07\b]|[\x00-\x1f\x7f]/g;
const NAMED_ESCAPE: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

const escapeOf = (character: string): string =>
  NAMED_ESCAPE.get(character) ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** As the server quotes a value, so that it stays one word. */
function quoted({ text, fillIns }: ArgumentPart): ArgumentPart {
  const parts: MappedText[] = [unmapped('"')];
  const shifts: { readonly from: number; readonly by: number }[] = [{ from: 0, by: 1 }];
  let done = 0;
  for (const match of text.text.matchAll(ESCAPED)) {
    const written = escapeOf(match[0]);
    const origin = originOf(text, { start: match.index, end: match.index + 1 });
    parts.push(partOf(text, done, match.index), origin ? asWhole(written, origin) : unmapped(written));
    done = match.index + 1;
    shifts.push({ from: done, by: (shifts.at(-1)?.by ?? 0) + written.length - 1 });
  }
  parts.push(partOf(text, done), unmapped('"'));
  const moved = (offset: number) => offset + (shifts.findLast(({ from }) => from <= offset)?.by ?? 0);
  const moves = fillIns.map((each) => ({ ...each, at: { start: moved(each.at.start), end: moved(each.at.end) } }));
  return { text: joined(parts), fillIns: moves };
}

/** A line feed in an option's own text begins another line. */
function written(lines: readonly OpenLine[]): Pick<ArgumentLines, 'text' | 'fillIns'> {
  const fillIns: FillIn[] = [];
  const texts: MappedText[] = [];
  let line = 0;
  for (const { parts } of lines) {
    let column = 0;
    for (const { text, fillIns: own } of parts) {
      for (const { at, ...fillIn } of own) {
        fillIns.push({ ...fillIn, line, at: { start: column + at.start, end: column + at.end } });
      }
      column += text.text.length + 1;
    }
    const text = joined(
      parts.map((part) => part.text),
      ' ',
    );
    line += text.text.split('\n').length;
    texts.push(text);
  }
  return { text: joined(texts, '\n'), fillIns };
}

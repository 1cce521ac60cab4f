import { asWhole, type MappedText, type OffsetSpan, originOf, partOf } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';
import type { ScriptWord } from '../words/shell-script.js';
import { type ShellWord, shellWords } from '../words/shell-words.js';
import type { YamlNode, YamlScalar } from '../yaml/yaml-tree.js';
import { interpolated } from './compose-variables.js';

/**
 * The words of a command in a compose file: a list is taken word by word; a string is split as a shell would, and run by
 * none, up to the first operator. Undefined: where it stands cannot be told, or a quote is not closed.
 */
export function commandWords(node: YamlNode): readonly ScriptWord[] | undefined {
  if (node.kind === 'map') return [];
  if (node.kind === 'scalar') return wordsOfString(node);
  const words = node.items.map((item) => (item.kind === 'scalar' ? elementOf(item) : undefined));
  return words.every((word) => word !== undefined) ? words : undefined;
}

function elementOf(item: YamlScalar): ScriptWord | undefined {
  const text = item.text();
  return text && { ...interpolated(escapedAsWhole(item, text)), at: item.at, isQuoted: true };
}

/** What is one word, but not written as it is, is marked with its quotes; scripts and variables have places of their own. */
function escapedAsWhole({ at }: YamlScalar, text: MappedText): MappedText {
  const isEscaped = text.runs.length > 1 && !/[\s$]/.test(text.text);
  return isEscaped ? asWhole(text.text, at) : text;
}

function wordsOfString(node: YamlScalar): readonly ScriptWord[] | undefined {
  const text = node.text();
  return text && wordsOfLine(interpolated(text), node.at);
}

/** What compose has put in already cannot end a word, so that it is taken for one letter after the other. */
function wordsOfLine(line: ArgumentWord, whole: OffsetSpan): readonly ScriptWord[] | undefined {
  const split = shellWords(masked(line), { hasOperators: false });
  if (!split) return undefined;
  const words = split.map((word) => ({
    ...unmasked(word, line),
    at: originOf(line.text, word.at) ?? whole,
    isQuoted: word.isQuoted,
  }));
  return upToOperator(words);
}

const OPERATOR = /[;&|<>]/;

function upToOperator(words: readonly ScriptWord[]): readonly ScriptWord[] {
  const operatorIn = ({ text, isQuoted, fillIns }: ScriptWord) =>
    isQuoted || fillIns.length > 0 ? -1 : text.text.search(OPERATOR);
  const index = words.findIndex((word) => operatorIn(word) >= 0);
  const last = words[index];
  if (!last) return words;
  const end = operatorIn(last);
  const text = partOf(last.text, 0, end);
  const at = { start: last.at.start, end: last.at.start + end };
  return [...words.slice(0, index), ...(end > 0 ? [{ ...last, text, at }] : [])];
}

/** What nobody writes. */
const OPAQUE = '\ue000';

const spliced = (text: string, { start, end }: OffsetSpan, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

function masked({ text, fillIns }: ArgumentWord): MappedText {
  const opaque = (kept: string, { at }: WordFillIn) => spliced(kept, at, OPAQUE.repeat(at.end - at.start));
  return { ...text, text: fillIns.reduce(opaque, text.text) };
}

/** A word as it was before; what is not set makes a word vanish that is nothing else and not quoted. */
function unmasked(word: ShellWord, line: ArgumentWord): ArgumentWord {
  const { text, isQuoted } = word;
  let written = text.text;
  const fillIns = line.fillIns.flatMap((fillIn) => {
    const at = placeIn(word, fillIn.at);
    if (!at) return [];
    written = spliced(written, at, line.text.text.slice(fillIn.at.start, fillIn.at.end));
    const vanishes = !isQuoted && at.start === 0 && at.end === text.text.length && fillIn.ifUnset === 'empty';
    return [{ ...fillIn, at, ...(vanishes && { ifUnset: 'nothing' as const }) }];
  });
  return { text: { ...text, text: written }, fillIns };
}

function placeIn({ pieces }: ShellWord, { start, end }: OffsetSpan): OffsetSpan | undefined {
  const piece = pieces.find(({ from, to }) => from <= start && end <= to);
  return piece && { start: piece.start + start - piece.from, end: piece.start + end - piece.from };
}

import type { LoadProblemOf } from '../config/load-problem.js';
import { sourceIn } from '../config/occurrence.js';
import { ownNameOf } from '../directives/catalog.js';
import { parseLine } from '../syntax/config-line.js';
import { guessAt } from './building-blocks/directive-effect.js';
import { replaceAt } from './building-blocks/edits.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix, RuleInput } from './rule.js';

export const syntaxQuotes = refusalRule({
  id: 'syntax-quotes',
  summary: 'quotes that are not closed, or text right after a closing quote',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['unbalanced-quotes'],
  message: ({ kind }) =>
    kind === 'unterminated'
      ? 'A quote is opened here and not closed on this line. Close it, or put a word that holds a quote in quotes of the other kind.'
      : 'Text follows a closing quote directly. Put the whole word in quotes, or a space after the quote.',
  fixes: (cause, input) => fixesFor(input, cause),
});

type Unbalanced = LoadProblemOf<'unbalanced-quotes'>;

/** Only what makes the line one that the server can split. */
function fixesFor({ config }: RuleInput, { at: { source, line, at }, kind }: Unbalanced): readonly Fix[] {
  const file = sourceIn(config.files, source)?.file;
  const text = file?.lines.at(line)?.text.trimEnd();
  if (!file || text === undefined) return [];
  const wordStart = startOfWord(text, at.start);
  const rest = /^\S*/.exec(text.slice(at.end))?.[0] ?? '';
  const wordEnd =
    kind === 'unterminated' ? wordStart + (/^\S*/.exec(text.slice(wordStart))?.[0].length ?? 0) : at.end + rest.length;
  const word = text.slice(wordStart, wordEnd);
  const mark = text[at.start] ?? '"';
  const isAtWordStart = kind === 'unterminated' && wordStart === at.start;
  const { title, start, end, newText } = isAtWordStart
    ? { title: 'Close the quote at the end of the line', start: text.length, end: text.length, newText: mark }
    : { title: 'Put the whole word in quotes', start: wordStart, end: wordEnd, newText: requoted(word) };
  const fixed = parseLine(text.slice(0, start) + newText + text.slice(end), file.rules, file.encoding);
  if (fixed.kind !== 'directive') return [];
  const edits = [replaceAt({ source, line, at: { start, end } }, newText)];
  return [{ title, ...guessAt(ownNameOf(fixed.key)), edits }];
}

/** Where the text without blanks begins that ends at a column. */
function startOfWord(text: string, end: number): number {
  let start = end;
  while (start > 0 && /\S/.test(text.charAt(start - 1))) start--;
  return start;
}

/** The word in one pair of quotes: quotes at its ends were meant as such, quotes within it as characters. */
function requoted(word: string): string {
  const inner = withoutOuterQuotes(word);
  return inner.includes('"') ? `'${inner.replaceAll("'", "\\'")}'` : `"${inner}"`;
}

function withoutOuterQuotes(word: string): string {
  const mark = word.charAt(0);
  if (mark !== '"' && mark !== "'") return word;
  const closing = word.lastIndexOf(mark, word.length - 2);
  if (closing > 0) return word.slice(1, closing) + word.slice(closing + 1);
  return word.length > 1 && /[^"']$/.test(word) ? word.slice(1) : word;
}

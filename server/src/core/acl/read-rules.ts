import { textOfBytes } from '../syntax/bytes.js';
import { splitWords } from '../syntax/split-words.js';
import type { Word } from '../syntax/word.js';
import { type AclDialect, type AclRule, parseRule } from './rule-syntax.js';

/**
 * The rules of a user: words, and from Redis 7.0 on selectors, which run from a word that begins with `(` to one that
 * ends in `)`. Where it never ends the server refuses the line: one invalid rule for the rest.
 */
export function readRules(words: readonly Word[], dialect: AclDialect): readonly AclRule[] {
  const rules: AclRule[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    if (!dialect.hasSelectors || !word.value.startsWith('(')) {
      rules.push(parseRule(word, dialect));
      continue;
    }
    const last = endOfSelector(words, index);
    if (last < 0) {
      rules.push({ word: joinWords(words.slice(index)), kind: 'invalid', reason: 'unmatched-parenthesis' });
      break;
    }
    rules.push(readSelector(words.slice(startOfSelector(words, index, last), last + 1), dialect));
    index = last;
  }
  return rules;
}

function endOfSelector(words: readonly Word[], from: number): number {
  for (let index = from; index < words.length; index++) if (words[index]?.value.endsWith(')')) return index;
  return -1;
}

/** A word that opens another selector before the first is closed makes the server forget what it had of the first. */
function startOfSelector(words: readonly Word[], from: number, last: number): number {
  for (let index = last - 1; index > from; index--) if (words[index]?.value.startsWith('(')) return index;
  return from;
}

/** The server joins the words by blanks and splits what is inside the parentheses again, with quotes. */
function readSelector(words: readonly Word[], dialect: AclDialect): AclRule {
  const whole = joinWords(words);
  const { columns, text } = withColumns(words);
  // Quotes that do not match inside a selector: the server takes it for empty.
  const { words: inner, error } = splitWords(text, 1, text.length - 1, undefined, 'latin-1');
  const rules = (error ? [] : inner).map((word): AclRule => {
    const start = columns[word.start] ?? whole.start;
    // Words that hidden text brought from another line have no width.
    const end = Math.min(whole.end, (columns[word.end - 1] ?? whole.end) + 1);
    return selectorRule({ ...word, raw: textOfBytes(word.raw), start, end: Math.max(start, end) }, dialect);
  });
  return { word: whole, kind: 'selector', rules };
}

function selectorRule(word: Word, dialect: AclDialect): AclRule {
  if (word.value.startsWith('(')) return { word, kind: 'invalid', reason: 'nested-selector' };
  const rule = parseRule(word, dialect);
  const isUserRule = rule.kind === 'password' || rule.kind === 'hash' || rule.kind === 'empty' || isUserKeyword(rule);
  return isUserRule ? { word, kind: 'invalid', reason: 'not-in-selector' } : rule;
}

/** Rules about the user as a whole, which a selector refuses. */
function isUserKeyword(rule: AclRule): boolean {
  if (rule.kind !== 'keyword') return false;
  return /^(on|off|nopass|resetpass|sanitize-payload|skip-sanitize-payload|reset|clearselectors)$/.test(rule.keyword);
}

function joinWords(words: readonly Word[]): Word {
  const [first] = words;
  const start = first?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  const raw = words.map((word) => word.raw).join(' ');
  return { raw, value: words.map(({ value }) => value).join(' '), quote: first?.quote ?? 'plain', start, end };
}

/** The joined values, and for each of their bytes the column it stands at; exact for plain words. */
function withColumns(words: readonly Word[]): { text: string; columns: readonly number[] } {
  const columns: number[] = [];
  for (const { value, start, end, quote } of words) {
    const isExact = quote === 'plain' && value.length === end - start;
    for (let offset = 0; offset < value.length; offset++) {
      columns.push(isExact ? start + offset : offset === value.length - 1 ? end - 1 : start);
    }
    columns.push(end);
  }
  return { text: words.map(({ value }) => value).join(' '), columns };
}

import type { Word } from '../../syntax/word.js';
import type { Span } from '../../text/span.js';
import { isShownUserName, mayHoldCredential, shownLength } from './shown-words.js';
import { ACL_CATEGORIES, ACL_WORDS, COMMANDS, type Vocabulary } from './vocabulary.js';

/** What must not be shown of a user's line: the words after `user`. */
export function hiddenAclWords([name, ...rules]: readonly Word[]): readonly Span[] {
  const hiddenName = name && !isShownUserName(name.raw) ? [name] : [];
  return [...hiddenName, ...rules.flatMap(hiddenInRule)];
}

/** All of a word but the sign it begins with, unless the rest is no secret: a pattern, a known name, databases. */
export function hiddenInRule({ raw, value, quote, start, end }: Word): readonly Span[] {
  const inner = /^\(?(.*?)\)?$/s.exec(value)?.[1] ?? value;
  const sign = /^(?:[-+]@?|[>#<!~&%@])?/.exec(inner)?.[0] ?? '';
  if (isShownRule(sign, inner.slice(sign.length))) return [];
  const shown = quote === 'plain' ? raw.indexOf(sign) + sign.length : 0;
  return shown < raw.length ? [{ start: start + shown, end }] : [];
}

function isShownRule(sign: string, rest: string): boolean {
  switch (sign) {
    case '~':
    case '&':
      return !mayHoldCredential(rest);
    case '%':
      return /^[RW]{1,2}~/i.test(rest) && !mayHoldCredential(rest);
    case '+':
    case '-':
      return isShownWhole(rest, COMMANDS);
    case '+@':
    case '-@':
      return isShownWhole(rest, ACL_CATEGORIES);
    case '':
      return /^db=[\d,]+$/i.test(rest) || isShownWhole(rest, ACL_WORDS);
    default:
      return rest === '';
  }
}

const isShownWhole = (word: string, vocabulary: Vocabulary): boolean => shownLength(word, vocabulary) === word.length;

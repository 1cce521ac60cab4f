import { type SentinelStatement, sentinelStatement } from '../../directives/sentinel-statements.js';
import type { Word } from '../../syntax/word.js';
import type { Span } from '../../text/span.js';
import { isHost, isSafeValue, isShownUserName, mayHoldCredential, shownLength } from './shown-words.js';
import { COMMANDS, STATEMENTS } from './vocabulary.js';

/** What must not be shown of a `sentinel` line: the words after `sentinel`. */
export function hiddenSentinelWords([statement, ...args]: readonly Word[]): readonly Span[] {
  if (!statement) return [];
  const shown = shownLength(statement.raw, STATEMENTS);
  const hiddenName = shown < statement.raw.length ? [{ start: statement.start + shown, end: statement.end }] : [];
  const facts = sentinelStatement(statement.value.toLowerCase());
  // Whoever swaps the two words of `auth-pass` writes the password where the name belongs.
  if (hiddenName.length > 0 || !facts || facts.secret || !hasRightCount(facts, args)) return [...hiddenName, ...args];
  const isRight = (word: Word, index: number) => isOfKind(word, kindOf(facts, index));
  if (args.every((word, index) => kindOf(facts, index) === 'renamed' || isRight(word, index))) {
    return args.filter((_, index) => kindOf(facts, index) === 'renamed');
  }
  return args.filter(({ raw }) => !isSafeValue(raw));
}

const kindOf = ({ args }: SentinelStatement, index: number): string => (args[index] ?? '').replace(/\?$/, '');

function hasRightCount({ arity: [min, max] }: SentinelStatement, args: readonly Word[]): boolean {
  return args.length >= min && args.length <= max;
}

const LARGEST_PORT = 65535;

/** Whether a word is what belongs in its place, and that is no secret. */
function isOfKind({ raw }: Word, kind: string): boolean {
  switch (kind) {
    case 'name':
    case 'path':
      return !mayHoldCredential(raw);
    case 'username':
      return isShownUserName(raw);
    case 'host':
    case 'ip':
      return isHost(raw);
    case 'command':
      return shownLength(raw, COMMANDS) === raw.length;
    case 'quorum':
    case 'ms':
      return /^[1-9]\d{0,9}$/.test(raw);
    case 'port':
      return /^\d{1,5}$/.test(raw) && Number(raw) <= LARGEST_PORT;
    default:
      return isSafeValue(raw);
  }
}

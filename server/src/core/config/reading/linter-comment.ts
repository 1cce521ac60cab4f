import type { ConfigLine } from '../../syntax/config-line.js';
import type { Span } from '../../text/span.js';

/** A comment that speaks to the linter: `# redis-conf-lint-target redis 7.2`. */
export interface LinterComment {
  /** The whole comment, without blanks around it. */
  readonly at: Span;
  /** `redis-conf-lint-` and what follows it. */
  readonly word: string;
  readonly wordAt: Span;
  /** What stands behind the word, without blanks around it. */
  readonly rest: string;
  readonly restAt: Span;
}

/** How a word to the linter begins. */
export const LINTER_PREFIX = 'redis-conf-lint-';
/** Says which server the file is for. */
export const TARGET_COMMENT = `${LINTER_PREFIX}target`;
/** Says what the server is used for. */
export const ROLE_COMMENT = `${LINTER_PREFIX}role`;
const OPENING = /^\s*#\s*(redis-conf-lint-[\w-]*)/;

/** What a line says to the linter; undefined where it says nothing. */
export function linterCommentOf(line: ConfigLine): LinterComment | undefined {
  if (line.kind !== 'comment' || !line.text.includes(LINTER_PREFIX)) return undefined;
  const [opening, word] = OPENING.exec(line.text) ?? [];
  if (opening === undefined || word === undefined) return undefined;
  const behind = line.text.slice(opening.length);
  const rest = behind.trim();
  const restFrom = line.text.length - behind.trimStart().length;
  return {
    at: line.at,
    word,
    wordAt: { start: opening.length - word.length, end: opening.length },
    rest,
    restAt: { start: restFrom, end: restFrom + rest.length },
  };
}

import type { Span } from '../text/span.js';

/** How a word was written; `mixed` is a word that has a quoted part and a plain one. */
export type QuoteStyle = 'plain' | 'single' | 'double' | 'mixed';

/** One word of a line as the server splits it. */
export interface Word extends Span {
  /** The text as it stands in the file, quotes and escapes included. */
  readonly raw: string;
  /**
   * What the server makes of it: a byte string, one character (0 to 255) a byte.
   * Text beyond ASCII is in it as its UTF-8 bytes, so that lengths and hashes are the server's.
   */
  readonly value: string;
  readonly quote: QuoteStyle;
}

/** How a version of the server reads words; see `lexicalRulesFor`. */
export interface LexicalRules {
  /** Valkey 9.0: a closing quote only leaves quote mode, so that `"abc"def` is the one word `abcdef`. */
  readonly closingQuoteContinues: boolean;
  /** Valkey 8.1 and 9.1: a raw byte FF outside escapes is dropped. */
  readonly dropsByteFF: boolean;
}

/** The rules of every Redis, and of Valkey before 8.1. */
export const COMMON_LEXICAL_RULES: LexicalRules = { closingQuoteContinues: false, dropsByteFF: false };

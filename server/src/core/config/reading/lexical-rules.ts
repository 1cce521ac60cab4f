import { isAtLeast, type Target } from '../../directives/target.js';
import type { LexicalRules } from '../../syntax/word.js';

/** Measured: Valkey 8.1 drops byte FF, Valkey 9.1 also reads on after a closing quote; 9.0 too, as others built it. */
export function lexicalRulesFor(target: Target): LexicalRules {
  return {
    closingQuoteContinues: isAtLeast(target, { valkey: '9.0' }),
    dropsByteFF: isAtLeast(target, { valkey: '8.1' }),
  };
}

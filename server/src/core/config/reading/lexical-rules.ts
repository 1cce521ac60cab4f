import { has } from '../../directives/capabilities.js';
import type { Target } from '../../directives/target.js';
import type { LexicalRules } from '../../syntax/word.js';

/** Measured: Valkey 8.1 drops byte FF, Valkey 9.1 also reads on after a closing quote; 9.0 too, as others built it. */
export function lexicalRulesFor(target: Target): LexicalRules {
  return {
    closingQuoteContinues: has(target, 'closing-quote-continues'),
    dropsByteFF: has(target, 'byte-ff-dropped'),
  };
}

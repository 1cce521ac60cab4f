import type { Bound } from './facts.js';

/** Why the server refuses a value. */
export type ValueProblem =
  | { readonly code: 'not-boolean' }
  | { readonly code: 'not-integer' }
  | { readonly code: 'not-memory' }
  | { readonly code: 'not-octal' }
  | { readonly code: 'not-in-enum'; readonly values: readonly string[] }
  | { readonly code: 'out-of-range'; readonly min: Bound; readonly max: Bound };

/** A refusal that only some directives know; `reason` completes "... because it ...". */
export type OwnProblem =
  | { readonly code: 'invalid-value'; readonly reason: string }
  | { readonly code: 'path-in-file-name' }
  | { readonly code: 'wrong-arity' };

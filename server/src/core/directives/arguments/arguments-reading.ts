import type { OwnProblem, ValueProblem } from '../value-problem.js';

/** What a server makes of all arguments of a line. */
export type ArgumentsReading =
  | RefusedArguments
  | {
      /** As CONFIG GET would show this line alone. A byte string. */
      readonly shown: string;
      /** Accepted, but not as it reads; completes "The server reads it as ...". */
      readonly misread?: string;
    };

/** Shorthand for a refusal; `reason` completes "... because it ...". */
export function refuse(reason: string, index?: number): ArgumentsReading {
  return { problem: { code: 'invalid-value', reason }, ...(index === undefined ? {} : { index }) };
}

/** Not for this many arguments; the line is told from the catalog's arity. */
export const WRONG_COUNT: ArgumentsReading = { problem: { code: 'wrong-arity' } };

/** Why the server refuses a line. */
export interface RefusedArguments {
  readonly problem: ValueProblem | OwnProblem;
  /** The argument at fault, from 0; all of them where it is missing. */
  readonly index?: number;
}

import { type Fix, needsReview, type RuleInput } from '../rule.js';
import { keepsStrangersOut } from './strangers.js';

const OPEN = 'The server then starts, and strangers may get in without a password: set one first.';
const DECIDES = 'The server then starts with this line, which decides who can connect: check its value.';

/** A fix that makes the server start: it is not safe where the server is open to strangers then. */
export function startingFix(input: Pick<RuleInput, 'config' | 'targetCertainty'>, fix: Fix): Fix {
  return keepsStrangersOut(input) ? fix : forReview(fix, OPEN);
}

/** The same where the answer is known, and where what the line sets is not: it was refused so far. */
export function startingFixes(
  fixes: readonly Fix[],
  { isClosed, decidesAccess }: { readonly isClosed: () => boolean; readonly decidesAccess: boolean },
): readonly Fix[] {
  if (fixes.every(({ effect }) => needsReview(effect))) return fixes;
  if (decidesAccess) return fixes.map((fix) => forReview(fix, DECIDES));
  return isClosed() ? fixes : fixes.map((fix) => forReview(fix, OPEN));
}

function forReview(fix: Fix, consequence: string): Fix {
  const { title, edits, effect } = fix;
  return needsReview(effect) ? fix : { title, edits, effect: 'access', consequence };
}

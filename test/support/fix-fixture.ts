import { applyFileEdits, fillSecret } from '../../server/src/core/lint/apply-fix.js';
import type { Finding } from '../../server/src/core/lint/finding.js';
import type { Rule } from '../../server/src/core/rules/rule.js';
import { parseFile } from '../../server/src/core/syntax/config-file.js';
import { lintWith, virtualPathOf } from './fixtures.js';

/** A fixed secret in place of the random one: 64 digits that nobody can take for a real one. */
export const TEST_SECRET = {
  secret: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
  sha256: '2a8abfa8cb9906290437854193ca6bca41d4d4e26d1d454bd66a35158095e737',
} as const;

const MOST_ROUNDS = 200;

/** The most fixes that any finding of a text offers: how many golden files it needs. */
export function mostFixes(findings: readonly Finding[]): number {
  return Math.max(0, ...findings.map(({ fixes }) => fixes.length));
}

/**
 * Applies the nth fix (from 0) of the first finding that has one, again and again, as a person would.
 * @throws Error when it does not come to an end.
 */
export function fixAll(rule: Rule, fileName: string, text: string, nth: number): string {
  let current = text;
  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    seen.add(current);
    const fix = lintWith(rule, fileName, current).find(({ fixes }) => fixes[nth])?.fixes[nth];
    if (!fix) return current;
    const { edits } = fillSecret(fix, TEST_SECRET);
    const next = applyFileEdits(virtualPathOf(fileName), parseFile(current), edits);
    if (seen.has(next)) return next;
    current = next;
  }
  throw new Error(`${rule.id}: fix ${nth + 1} of ${fileName} does not come to an end`);
}

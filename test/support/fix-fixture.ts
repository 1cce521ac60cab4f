import { posix } from 'node:path';
import { applySourceEdits, fillSecret } from '../../server/src/core/lint/apply-fix.js';
import type { Finding } from '../../server/src/core/lint/finding.js';
import type { Fix, Rule } from '../../server/src/core/rules/rule.js';
import { parseFile } from '../../server/src/core/syntax/config-file.js';
import { type ChangedFiles, fixtureReader, lintWith, virtualPathOf } from './fixtures.js';

/** A fixed secret in place of the random one: 64 digits that nobody can take for a real one. */
export const TEST_SECRET = {
  secret: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
  sha256: '2a8abfa8cb9906290437854193ca6bca41d4d4e26d1d454bd66a35158095e737',
} as const;

const MOST_ROUNDS = 200;

/** The most fixes that any finding of a text offers: how many golden files it needs. */
export function mostFixes(findings: readonly Finding[]): number {
  return Math.max(0, ...findings.map(({ fixes }) => fixes().length));
}

/** A fixture after its fixes: its own text, and the files beside it that the fixes changed. */
export interface FixedFixture {
  readonly text: string;
  readonly beside: ChangedFiles;
}

/**
 * Applies the nth fix (from 0) of the first finding that has one, again and again, as a person would.
 * @throws Error when it does not come to an end.
 */
export function fixAll(rule: Rule, fileName: string, fixture: FixedFixture, nth: number): FixedFixture {
  let current = fixture;
  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    seen.add(keyOf(current));
    const findings = lintWith(rule, fileName, current.text, undefined, current.beside);
    const fix = findings.find(({ fixes }) => fixes()[nth])?.fixes()[nth];
    if (!fix) return current;
    const next = applyFix(rule, fileName, current, fillSecret(fix, TEST_SECRET));
    if (seen.has(keyOf(next))) return next;
    current = next;
  }
  throw new Error(`${rule.id}: fix ${nth + 1} of ${fileName} does not come to an end`);
}

function applyFix(rule: Rule, fileName: string, { text, beside }: FixedFixture, { edits }: Fix): FixedFixture {
  const root = virtualPathOf(fileName);
  const reader = fixtureReader(rule.id, beside);
  const changed = new Map(beside);
  for (const path of new Set(edits.map((edit) => edit.source))) {
    const file = path === root ? undefined : reader.readFile(path);
    if (file?.status !== 'found') continue;
    changed.set(posix.relative(posix.dirname(root), path), applySourceEdits(path, parseFile(file.text), edits));
  }
  return { text: applySourceEdits(root, parseFile(text), edits), beside: changed };
}

const keyOf = ({ text, beside }: FixedFixture): string => JSON.stringify([text, ...beside]);

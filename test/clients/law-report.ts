import type { Effect } from '../../server/src/core/rules/rule.js';
import type { Violation } from './law.js';

export interface FoundViolation extends Violation {
  readonly file: string;
  readonly fix: string;
  readonly effect: Effect;
}

export interface LawReport {
  /** Files with a fix to try. */
  readonly files: number;
  /** Of those, the ones that start before any fix. */
  readonly startable: number;
  /** How many fixed files were tried, by what is promised of the fix and what could be seen. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly violations: readonly FoundViolation[];
  readonly milliseconds: number;
}

const MOST_SHOWN = 3;

/** One line for what one fix did to one file. */
export function formatViolations(violations: readonly FoundViolation[]): readonly string[] {
  const whats = new Map<string, string[]>();
  for (const { kind, file, fix, effect, what } of violations) {
    const key = `${kind} (${effect}): ${file}: ${fix}`;
    whats.set(key, [...(whats.get(key) ?? []), what]);
  }
  return [...whats].map(([key, all]) => {
    const more = all.length > MOST_SHOWN ? ` and ${all.length - MOST_SHOWN} more` : '';
    return `${key}: ${all.slice(0, MOST_SHOWN).join('; ')}${more}`;
  });
}

export function formatFigures({ files, startable, outcomes, violations, milliseconds }: LawReport): string {
  const tried = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  const seconds = (milliseconds / 1000).toFixed(1);
  return [
    `${files} files (${startable} start), ${tried} fixed: ${violations.length} violations, ${seconds} s`,
    ...[...outcomes].sort().map(([outcome, count]) => `${outcome}: ${count}`),
  ].join('\n        ');
}

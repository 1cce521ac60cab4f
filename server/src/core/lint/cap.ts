import type { Rule, Severity } from '../rules/rule.js';
import { groupBy } from '../text/group-by.js';
import { type Finding, findingOf } from './finding.js';

/** What a face shows of one file: nobody reads more, and editors and services slow down. */
export const MOST_FINDINGS = 1000;

/** The most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Stands for the findings of a file that are not shown. No rule of the registry: it is about a report, not a file. */
export const TOO_MANY_FINDINGS: Rule = {
  id: 'lint-too-many-findings',
  summary: 'more findings in one file than are shown',
  category: 'structure',
  severity: 'error',
  references: [],
  reads: [],
  check: () => [],
};

/**
 * The most severe findings of one file, the first lines first, in the order given; then one that counts the others and
 * is as severe as the worst of them. Applied where findings are shown, after everything that counts or fixes them.
 */
export function cap(findings: readonly Finding[], most = MOST_FINDINGS): readonly Finding[] {
  if (findings.length <= most) return findings;
  const ranked = bySeverity(findings).flatMap(([, some]) => some);
  const shown = new Set(ranked.slice(0, most));
  const left = ranked.slice(most);
  return [...findings.filter((finding) => shown.has(finding)), ...left.slice(0, 1).map((first) => restOf(first, left))];
}

/** The most severe first, with those that there are. */
function bySeverity(findings: readonly Finding[]): readonly (readonly [Severity, readonly Finding[]])[] {
  const groups = groupBy(findings, ({ severity }) => severity);
  return SEVERITIES.flatMap((severity) => {
    const some = groups.get(severity);
    return some ? [[severity, some] as const] : [];
  });
}

function restOf({ severity, at }: Finding, left: readonly Finding[]): Finding {
  const counts = bySeverity(left).map(([each, some]) => `${each} ${some.length}`);
  return findingOf({
    rule: TOO_MANY_FINDINGS.id,
    severity,
    isFatal: left.some(({ isFatal }) => isFatal),
    message: `${left.length} more findings are not shown (${counts.join(', ')}). Correct these first, or see whether this is a Redis file.`,
    at: { source: at.source, line: 0, at: { start: 0, end: 0 } },
    related: [],
    partOf: undefined,
    fixes: () => [],
    refusedFixes: () => [],
    tags: [],
  });
}

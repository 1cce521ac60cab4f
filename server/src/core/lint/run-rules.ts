import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Problem, Rule, Severity } from '../rules/rule.js';
import type { Finding } from './finding.js';

export interface RuleOptions {
  /** By rule id: another severity for all of its findings, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

/** Runs rules over a configuration; findings sorted by file (in the order read), line and column. */
export function runRules(
  rules: readonly Rule[],
  config: ResolvedConfiguration,
  { severities = {} }: RuleOptions = {},
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const asked = severities[rule.id];
    if (asked === 'off' || !(rule.dialects ?? ['server', 'sentinel']).includes(config.dialect)) continue;
    for (const problem of rule.check({ config })) findings.push(findingFrom(rule, problem, asked));
  }
  const order = new Map(config.files.map(({ path }, index) => [path, index]));
  return findings.sort(
    (a, b) =>
      (order.get(a.at.path) ?? -1) - (order.get(b.at.path) ?? -1) ||
      a.at.line - b.at.line ||
      a.at.at.start - b.at.at.start ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

function findingFrom(rule: Rule, problem: Problem, asked: Severity | undefined): Finding {
  const { at, message, severity, cause, related = [], fixes = [], tags = [] } = problem;
  return {
    rule: rule.id,
    severity: asked ?? severity ?? rule.severity,
    isFatal: cause?.isFatal ?? false,
    message,
    at,
    related,
    fixes,
    tags,
  };
}

import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Problem, Role, Rule, Severity } from '../rules/rule.js';
import type { Finding } from './finding.js';
import { isInProfile, type Profile, severityInProfile } from './profile.js';

export interface RuleOptions {
  /** By rule id: another severity for all of its findings, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** `production` where missing. */
  readonly profile?: Profile | undefined;
  readonly role?: Role | undefined;
}

/** Runs rules over a configuration; findings sorted by file (in the order read), line and column. */
export function runRules(
  rules: readonly Rule[],
  config: ResolvedConfiguration,
  { severities = {}, profile = 'production', role }: RuleOptions = {},
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const asked = severities[rule.id];
    if (asked === 'off' || !(rule.dialects ?? ['server', 'sentinel']).includes(config.dialect)) continue;
    if (asked === undefined && !isInProfile(rule, profile)) continue;
    for (const problem of rule.check({ config, role })) {
      findings.push(findingFrom(rule, problem, asked ?? severityOf(rule, problem, config, profile)));
    }
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

function severityOf(rule: Rule, problem: Problem, config: ResolvedConfiguration, profile: Profile): Severity {
  const severity = problem.severity ?? rule.severity;
  return problem.cause?.isFatal ? severity : severityInProfile(rule, severity, config.exposure, profile);
}

function findingFrom(rule: Rule, problem: Problem, severity: Severity): Finding {
  const { at, message, cause, related = [], fixes = [], tags = [] } = problem;
  return {
    rule: rule.id,
    severity,
    isFatal: cause?.isFatal ?? false,
    message,
    at,
    related,
    fixes,
    tags,
  };
}

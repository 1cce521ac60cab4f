import { SEVERITIES } from '../core/lint/cap.js';
import type { Finding } from '../core/lint/finding.js';
import type { Severity } from '../core/rules/rule.js';
import type { ExitCode } from './host.js';
import { countOf, findingsOf, type Gate, type Report } from './report.js';
import { count } from './terminal.js';

/** Whether a finding is at least as severe as a level. */
export function isAtLeast({ severity }: Pick<Finding, 'severity'>, level: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level);
}

/** Whether a finding fails the run by itself; what is only a part of another one does not. */
export function failsRun(finding: Pick<Finding, 'severity' | 'partOf'>, { failOn }: Pick<Gate, 'failOn'>): boolean {
  return failOn !== 'never' && finding.partOf === undefined && isAtLeast(finding, failOn);
}

/** Why a run fails, in words for the end of a report; undefined: it does not, or something could not be read. */
export function reasonToFail(report: Report, gate: Gate): string | undefined {
  const failing = findingsOf(report).filter((finding) => failsRun(finding, gate)).length;
  if (failing > 0) {
    const level = gate.failOn === 'error' ? 'of error severity' : `of ${gate.failOn} severity or above`;
    return `${count(failing, 'finding')} ${level}`;
  }
  const warnings = countOf(report, 'warning');
  const { maxWarnings } = gate;
  if (gate.failOn === 'never' || maxWarnings === undefined || warnings <= maxWarnings) return undefined;
  return `${count(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}`;
}

/** What a run ends with. */
export function exitCodeOf(report: Report, gate: Gate): ExitCode {
  if (report.failures.length > 0) return 2;
  return reasonToFail(report, gate) === undefined ? 0 : 1;
}

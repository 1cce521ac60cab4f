import type { Severity } from '../../core/rules/rule.js';
import { withEscapes, withoutLinks } from '../../core/text/printable.js';
import { fingerprintsOf } from '../fingerprints.js';
import { type Report, rangeIn } from '../report.js';

const SEVERITY: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** What GitLab takes as `artifacts:reports:codequality`; it shows them at the lines of a merge request. */
export function formatGitlab({ files }: Report): string {
  const issues = files.flatMap((file) => {
    const fingerprints = fingerprintsOf(file);
    return file.findings.map(({ rule, severity, message, at }, index) => ({
      description: withoutLinks(message),
      check_name: rule,
      fingerprint: fingerprints[index],
      severity: SEVERITY[severity],
      location: { path: file.pathInProject, lines: { begin: rangeIn(file, at).start.line + 1 } },
    }));
  });
  return withEscapes(`${JSON.stringify(issues, null, 2)}\n`);
}

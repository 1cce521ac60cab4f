import { compareVersions, formatTarget, parseVersion, version } from '../directives/target.js';
import { type OpenVulnerability, VULNERABILITIES_AS_OF } from '../directives/vulnerabilities.js';
import { isReleaseNamed, whereNamed } from './building-blocks/named-release.js';
import { MITIGATING_SETTINGS, openVulnerabilities } from './building-blocks/open-vulnerabilities.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const versionVulnerable: Rule = {
  id: 'version-vulnerable',
  summary: 'the target has published vulnerabilities that this configuration leaves open',
  category: 'versions',
  severity: 'error',
  references: ['CWE-1395', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  reads: [...MITIGATING_SETTINGS, 'users', 'renames', 'exposure', 'start'],
  check: checkVulnerabilities,
};

const RANK = { error: 0, warning: 1, information: 2 } as const;

/** Only for a patch level that somebody named. One finding for all: they have one remedy. */
function* checkVulnerabilities({ config, target }: RuleInput): Iterable<Problem> {
  const open = isReleaseNamed(target) ? openVulnerabilities(config) : [];
  const [worst, ...others] = [...open].sort((a, b) => RANK[a.vulnerability.severity] - RANK[b.vulnerability.severity]);
  if (!worst) return;
  const at = config.start;
  const { id, what, severity } = worst.vulnerability;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  yield {
    at,
    message: `${formatTarget(config.target)}: ${what} (${id}${more}, as of ${VULNERABILITIES_AS_OF}). Update to ${newestFix(open)}.`,
    severity,
    related: [
      ...whereNamed(target),
      ...others.map(({ vulnerability, fixedIn }) => ({
        at,
        message: `${vulnerability.id}: ${vulnerability.what}; fixed in ${fixedIn}.`,
      })),
    ],
  };
}

function newestFix(open: readonly OpenVulnerability[]): string {
  const order = (release: string) => parseVersion(release) ?? version(0, 0);
  return open.map(({ fixedIn }) => fixedIn).reduce((a, b) => (compareVersions(order(a), order(b)) < 0 ? b : a));
}

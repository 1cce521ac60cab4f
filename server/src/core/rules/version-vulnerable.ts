import { formatTarget, isSameLine, parseVersion, type Target } from '../directives/target.js';
import { nearestSafeRelease, type OpenVulnerability, VULNERABILITIES_AS_OF } from '../directives/vulnerabilities.js';
import { isReleaseNamed, whereNamed } from './building-blocks/named-release.js';
import { MITIGATING_SETTINGS, openVulnerabilities } from './building-blocks/open-vulnerabilities.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const versionVulnerable: Rule = {
  id: 'version-vulnerable',
  summary: 'the target has published vulnerabilities that this configuration leaves open',
  category: 'versions',
  severity: 'error',
  references: ['CWE-1395', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server', 'sentinel'],
  reads: [...MITIGATING_SETTINGS, 'users', 'renames', 'exposure', 'start'],
  check: checkVulnerabilities,
};

const RANK = { error: 0, warning: 1, information: 2 } as const;

/** Distributors mend lines that their makers have left; images are the makers' own builds. */
function severityOf({ vulnerability, fixedIn }: OpenVulnerability, { by }: RuleInput['target']): keyof typeof RANK {
  return fixedIn !== undefined || by === 'image' ? vulnerability.severity : 'information';
}

/** Only for a release that somebody named. One finding for all: they have one remedy. */
function* checkVulnerabilities({ config, target }: RuleInput): Iterable<Problem> {
  const open = isReleaseNamed(target) ? openVulnerabilities(config) : [];
  const [worst, ...others] = [...open].sort((a, b) => RANK[severityOf(a, target)] - RANK[severityOf(b, target)]);
  if (!worst) return;
  const at = config.start;
  const { id, what } = worst.vulnerability;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  yield {
    at,
    message: `${formatTarget(config.target)}: ${what} (${id}${more}, as of ${VULNERABILITIES_AS_OF}). ${remedy(config.target)}.`,
    severity: severityOf(worst, target),
    related: [
      ...whereNamed(target),
      ...others.map(({ vulnerability, fixedIn }) => ({
        at,
        message: `${vulnerability.id}: ${vulnerability.what}; ${fixedIn === undefined ? 'not fixed in this line' : `fixed in ${fixedIn}`}.`,
      })),
    ],
  };
}

/** Never a release that has other vulnerabilities. */
function remedy(target: Target): string {
  const release = nearestSafeRelease(target);
  const version = release === undefined ? undefined : parseVersion(release);
  if (!version) return 'No release is free of them';
  return isSameLine(target, { ...target, version })
    ? `Update to ${release}`
    : `No fixed release of this line: move to ${release}`;
}

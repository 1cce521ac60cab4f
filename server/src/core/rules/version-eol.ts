import { formatTarget } from '../directives/target.js';
import { isEndOfLife, VULNERABILITIES_AS_OF } from '../directives/vulnerabilities.js';
import { isReleaseNamed, whereNamed } from './building-blocks/named-release.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const versionEol: Rule = {
  id: 'version-eol',
  summary: 'the target gets no security fixes any more',
  category: 'versions',
  severity: 'information',
  references: ['CWE-1104', 'https://redis.io/docs/latest/operate/oss_and_stack/install/'],
  reads: ['start'],
  check: checkEndOfLife,
};

/** Information, for distributors keep lines alive that their makers have left. */
function* checkEndOfLife({ config, target }: RuleInput): Iterable<Problem> {
  if (!isReleaseNamed(target) || !isEndOfLife(config.target)) return;
  yield {
    at: config.start,
    message: `${formatTarget(config.target)} gets no security fixes any more (as of ${VULNERABILITIES_AS_OF}). Plan the move to a supported line.`,
    related: whereNamed(target),
  };
}

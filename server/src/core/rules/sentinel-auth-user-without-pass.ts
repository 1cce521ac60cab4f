import { sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelAuthUserWithoutPass: Rule = {
  id: 'sentinel-auth-user-without-pass',
  summary: 'Sentinel is given a user name without its password',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  check: checkSentinelAuthUserWithoutPass,
};

function* checkSentinelAuthUserWithoutPass({ config }: RuleInput): Iterable<Problem> {
  const withPassword = new Set(sentinelLines(config, 'auth-pass').map(({ args }) => args[0]));
  for (const line of sentinelLines(config, 'auth-user')) {
    const [name] = line.args;
    if (withPassword.has(name)) continue;
    yield {
      at: line.at(1),
      message: `auth-user of "${name}" has no auth-pass: Sentinel logs in as nobody. Add "sentinel auth-pass ${name}" with its password.`,
    };
  }
  const [peer] = sentinelLines(config, 'sentinel-user');
  if (!peer || sentinelLines(config, 'sentinel-pass').length > 0) return;
  yield {
    at: peer.at(0),
    message: 'sentinel-user has no sentinel-pass: peers refuse this Sentinel. Add "sentinel sentinel-pass".',
  };
}

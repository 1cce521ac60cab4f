import type { Occurrence } from '../config/occurrence.js';
import { hasPlaceholder } from '../config/reading/placeholders.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { textOfBytes } from '../syntax/bytes.js';
import { quote } from './building-blocks/quote.js';
import { sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelAuthUserWithoutPass: Rule = {
  id: 'sentinel-auth-user-without-pass',
  summary: 'Sentinel is given a user name without its password',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel', 'elsewhere'],
  check: checkSentinelAuthUserWithoutPass,
};

function* checkSentinelAuthUserWithoutPass({ config }: RuleInput): Iterable<Problem> {
  if (config.mayBeSaidElsewhere) return;
  const withPassword = mastersWithPassword(config);
  for (const line of sentinelLines(config, 'auth-user')) {
    const [name = ''] = line.args;
    if (withPassword === 'unknown' || withPassword.has(name)) continue;
    yield {
      at: line.at(1),
      message: `"auth-user" of ${quote(name)} has no "auth-pass": Sentinel sends no login and is the default user. Add "sentinel auth-pass".`,
    };
  }
  const [peer] = sentinelLines(config, 'sentinel-user');
  if (!peer || statements(config, 'sentinel-pass').length > 0) return;
  yield {
    at: peer.at(0),
    message:
      '"sentinel-user" has no "sentinel-pass": peers see the default user, with "requirepass" where it is set. Add "sentinel sentinel-pass".',
  };
}

/** Also lines whose password a placeholder stands for; which master a placeholder names nobody knows. */
function mastersWithPassword(config: ResolvedConfiguration): ReadonlySet<string | undefined> | 'unknown' {
  const masters = statements(config, 'auth-pass').map(({ args }) => textOfBytes(args[1]?.value ?? ''));
  return masters.some(hasPlaceholder) ? 'unknown' : new Set(masters);
}

const statements = (config: ResolvedConfiguration, name: string): readonly Occurrence[] =>
  config.occurrences('sentinel').filter(({ args }) => args[0]?.value.toLowerCase() === name);

import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netGopherEnabled: Rule = {
  id: 'net-gopher-enabled',
  summary: 'the server answers Gopher requests, which cannot log in',
  category: 'network',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server'],
  reads: ['gopher-enabled', 'exposure'],
  check: checkGopherEnabled,
};

function* checkGopherEnabled({ config }: RuleInput): Iterable<Problem> {
  const gopher = explicitSetting(config, 'gopher-enabled');
  if (gopher?.lower !== 'yes') return;
  const { listen } = config.exposure;
  yield {
    at: argumentAt(gopher.from),
    message:
      'gopher-enabled "yes" serves keys to everybody, even when a password is set. Remove the line; Redis 7.0 refuses it anyway.',
    severity: listen === 'loopback' || listen === 'none' ? 'warning' : 'error',
    fixes: () => [
      removeAllLines(config, 'gopher-enabled', 'Remove the line: Gopher clients are refused', {
        effect: 'access',
        consequence: 'Gopher clients can no longer read keys.',
      }),
    ],
  };
}

import { has } from '../directives/capabilities.js';
import { replaceAt } from './building-blocks/edits.js';
import { writesSince } from './building-blocks/guessed-target.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netBindStrictIpv6: Rule = {
  id: 'net-bind-strict-ipv6',
  summary: 'the server does not start on a machine without IPv6',
  category: 'network',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  about: ['bind'],
  reads: ['bind'],
  check: checkBindStrictIpv6,
};

/** Only beside other addresses: `bind ::1` alone means that nothing else will do. */
function* checkBindStrictIpv6(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const from = config.inForce('bind')?.from;
  if (!from || from.args.length < 2 || !has(config.target, 'optional-addresses')) return;
  const index = from.args.findIndex(({ value }) => value === '::1');
  const word = from.args[index];
  if (word?.quote !== 'plain') return;
  const at = argumentAt(from, index);
  yield {
    at,
    message: `"${word.raw}" keeps the server from starting where IPv6 is switched off. Write "-::1", which is optional.`,
    fixes: () => [
      writesSince(input, '6.2', '"-::1"', {
        title: 'Change to "-::1"',
        effect: 'safe',
        isPreferred: true,
        edits: [replaceAt(at, '-::1')],
      }),
    ],
  };
}

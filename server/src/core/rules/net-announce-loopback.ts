import { classifyAddress, isAllInterfaces } from '../config/meaning/address-reach.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netAnnounceLoopback: Rule = {
  id: 'net-announce-loopback',
  summary: 'the server tells others an address at which they cannot find it',
  category: 'network',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  reads: ['replica-announce-ip', 'cluster-announce-ip'],
  check: checkAnnounceLoopback,
};

function* checkAnnounceLoopback({ config }: RuleInput): Iterable<Problem> {
  for (const name of ['replica-announce-ip', 'cluster-announce-ip'] as const) {
    const setting = explicitSetting(config, name);
    if (!setting || setting.text === '') continue;
    if (!isAllInterfaces(setting.text) && classifyAddress(setting.text) !== 'loopback') continue;
    yield {
      at: argumentAt(setting.from),
      message: `Nobody on another machine finds this server at ${quote(setting.text)}. Announce an address that the others reach.`,
      fixes: () => [
        removeAllLines(config, name, 'Remove the line: the real address is announced', {
          effect: 'access',
          consequence: 'The others connect to the address that this server connects from, which NAT may hide.',
        }),
      ],
    };
  }
}

import { classifyAddress, isAddressLiteral } from '../config/meaning/address-reach.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const replSourcePublic: Rule = {
  id: 'repl-source-public',
  summary: 'the server copies its data from an address on the internet',
  category: 'replication',
  severity: 'warning',
  references: ['CWE-345', 'https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  reads: ['replicaof'],
  check: checkReplSourcePublic,
};

function* checkReplSourcePublic({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'replicaof');
  if (!setting || !isAddressLiteral(setting.text) || classifyAddress(setting.text) !== 'public') return;
  yield {
    at: argumentAt(setting.from),
    message: `The primary ${quote(setting.text)} is on the internet: whoever holds it replaces all data here. Check it, use a private link.`,
  };
}

import { classifyAddress } from '../config/meaning/address-reach.js';
import { isHost } from '../config/showing/shown-words.js';
import { isAtLeast } from '../directives/target.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting, mayBeOn } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const replPlaintextLink: Rule = {
  id: 'repl-plaintext-link',
  summary: 'password and data go to the primary in clear text',
  category: 'replication',
  severity: 'information',
  references: ['CWE-319', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  dialects: ['server'],
  reads: ['replicaof', 'tls-replication', 'exposure'],
  check: checkReplPlaintextLink,
};

/** A public primary is reported by repl-source-public, a replica that serves TLS itself by tls-replication-off. A name may stand for any address: information. */
function* checkReplPlaintextLink({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'replicaof');
  if (!setting || setting.lower === 'no' || mayBeOn(config, 'tls-replication')) return;
  if (config.exposure.tls !== 'none') return;
  const reach = classifyAddress(setting.text);
  if (reach === 'loopback' || reach === 'public' || !isAtLeast(config.target, { redis: '6.0', valkey: '7.2' })) return;
  yield {
    at: argumentAt(setting.from),
    message: `The link to ${isHost(setting.text) ? quote(setting.text) : 'the primary'} is not encrypted: password and data can be read on the way. Set "tls-replication yes".`,
  };
}

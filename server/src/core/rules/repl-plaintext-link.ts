import { classifyAddress } from '../config/meaning/address-reach.js';
import { isHost } from '../config/showing/shown-words.js';
import { has } from '../directives/capabilities.js';
import { quote } from './building-blocks/quote.js';
import { mayBeOn } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

/** A public primary is reported by repl-source-public, a replica that serves TLS itself by tls-replication-off. A name may stand for any address: information. */
export const replPlaintextLink = valueRule({
  id: 'repl-plaintext-link',
  summary: 'password and data go to the primary in clear text',
  category: 'replication',
  severity: 'information',
  references: ['CWE-319', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  dialects: ['server'],
  directive: 'replicaof',
  when: ({ text, lower }, { config }) =>
    lower !== 'no' &&
    config.exposure.tls === 'none' &&
    !mayBeOn(config, 'tls-replication') &&
    !['loopback', 'public'].includes(classifyAddress(text)) &&
    has(config.target, 'tls'),
  message: ({ text }) =>
    `The link to ${isHost(text) ? quote(text) : 'the primary'} is not encrypted: password and data can be read on the way. Set "tls-replication yes".`,
  also: ['tls-replication', 'exposure'],
});

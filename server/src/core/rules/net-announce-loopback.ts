import { classifyAddress, isAllInterfaces } from '../config/meaning/address-reach.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

export const netAnnounceLoopback = valueRule({
  id: 'net-announce-loopback',
  summary: 'the server tells others an address at which they cannot reach it',
  category: 'network',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  directive: ['replica-announce-ip', 'cluster-announce-ip'],
  when: ({ text }) => text !== '' && (isAllInterfaces(text) || classifyAddress(text) === 'loopback'),
  message: ({ text }) =>
    `Other machines cannot reach this server at ${quote(text)}. Announce an address that they can reach.`,
  remedy: {
    unset: true,
    title: 'Remove the line: the real address is announced',
    effect: 'access',
    consequence: 'Other machines then connect to the address that this server connects from, which NAT may hide.',
  },
});

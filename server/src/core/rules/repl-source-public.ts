import { classifyAddress, isAddressLiteral } from '../config/meaning/address-reach.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

export const replSourcePublic = valueRule({
  id: 'repl-source-public',
  summary: 'the server copies its data from an address on the internet',
  category: 'replication',
  severity: 'warning',
  references: ['CWE-345', 'https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  directive: 'replicaof',
  when: ({ text }) => isAddressLiteral(text) && classifyAddress(text) === 'public',
  message: ({ text }) =>
    `The primary ${quote(text)} is on the internet: whoever controls it can replace all data here. Check it, or use a private link.`,
});

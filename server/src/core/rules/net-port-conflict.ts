import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const netPortConflict = refusalRule({
  id: 'net-port-conflict',
  summary: 'two listeners on one port: the server refuses to start',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['port-conflict'],
  message: ({ port, with: holder }) =>
    `Port ${port} is already taken by ${holder === 'cluster-bus' ? 'the cluster bus' : quote(holder)}: the server fails to listen. Choose another port.`,
});

import { refusalRule } from './refusal-rule.js';

export const netPortConflict = refusalRule({
  id: 'net-port-conflict',
  summary: 'two listeners on one port: the server refuses to start',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['port-conflict'],
  message: ({ port, with: other }) =>
    `Port ${port} is taken already, by "${other}" or its cluster bus: the server fails to listen. Choose another port.`,
});

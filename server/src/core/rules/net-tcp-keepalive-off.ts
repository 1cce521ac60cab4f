import { valueRule } from './value-rule.js';

export const netTcpKeepaliveOff = valueRule({
  id: 'net-tcp-keepalive-off',
  summary: 'connections of clients that vanished are kept forever',
  category: 'network',
  severity: 'information',
  references: ['CWE-772', 'https://redis.io/docs/latest/develop/reference/clients/'],
  directive: 'tcp-keepalive',
  when: ({ text }, { config }) => text === '0' && config.exposure.listen !== 'none',
  message:
    'tcp-keepalive "0" never notices that a client is gone: its connection stays and counts. Set it to 300 seconds.',
  remedy: {
    set: '300',
    effect: 'access',
    consequence: 'Connections to machines that do not answer for about ten minutes are closed.',
  },
  also: ['exposure'],
});

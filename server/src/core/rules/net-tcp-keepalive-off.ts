import { valueRule } from './value-rule.js';

export const netTcpKeepaliveOff = valueRule({
  id: 'net-tcp-keepalive-off',
  summary: 'connections of clients that vanished are kept for ever',
  category: 'network',
  severity: 'information',
  references: ['CWE-772', 'https://redis.io/docs/latest/develop/reference/clients/'],
  directive: 'tcp-keepalive',
  when: ({ text }, { config }) => text === '0' && config.exposure.listen !== 'none',
  message:
    'With "tcp-keepalive 0" vanished clients keep their connections, which count against "maxclients". Set it to 300 seconds.',
  remedy: {
    set: '300',
    effect: 'access',
    consequence: 'Connections to machines that do not answer for about ten minutes are closed.',
  },
  also: ['exposure'],
});

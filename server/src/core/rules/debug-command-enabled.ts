import { severityByReach } from './building-blocks/severity-by-exposure.js';
import { valueRule } from './value-rule.js';

export const debugCommandEnabled = valueRule({
  id: 'debug-command-enabled',
  summary: 'DEBUG is enabled',
  category: 'commands',
  severity: 'error',
  references: ['CWE-489', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  directive: 'enable-debug-command',
  when: ['yes', 'local'],
  message: ({ lower }) =>
    lower === 'yes'
      ? '"enable-debug-command" is "yes": any client that may run DEBUG can crash or stall the server. Set it to "no".'
      : '"enable-debug-command" is "local": clients on this machine can crash or stall the server. Set it to "no" in production.',
  severityOf: ({ config }, { lower }) => (lower === 'local' ? 'information' : severityByReach(config)),
  remedy: { set: 'no', effect: 'access', consequence: 'DEBUG is then refused to everybody, after a restart.' },
  also: ['exposure'],
});

import { severityByReach } from './building-blocks/severity-by-exposure.js';
import { valueRule } from './value-rule.js';

export const protectedConfigsEnabled = valueRule({
  id: 'protected-configs-enabled',
  summary: 'CONFIG SET may change where the server writes its files',
  category: 'commands',
  severity: 'error',
  references: ['CWE-73', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  directive: 'enable-protected-configs',
  when: ['yes', 'local'],
  message: ({ lower }) =>
    lower === 'yes'
      ? '"enable-protected-configs" is "yes": CONFIG SET may change "dir" and "dbfilename", so clients write files anywhere. Set it to "no".'
      : '"enable-protected-configs" is "local": clients on this machine can make the server write files anywhere. Set it to "no".',
  severityOf: ({ config }, { lower }) => (lower === 'local' ? 'warning' : severityByReach(config)),
  remedy: {
    set: 'no',
    effect: 'access',
    consequence: 'CONFIG SET of "dir" and "dbfilename" is then refused to everybody, after a restart.',
  },
  also: ['exposure'],
});

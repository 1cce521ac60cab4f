import { severityByReach } from './building-blocks/severity-by-exposure.js';
import { valueRule } from './value-rule.js';

export const moduleCommandEnabled = valueRule({
  id: 'module-command-enabled',
  summary: 'MODULE is enabled',
  category: 'commands',
  severity: 'error',
  references: ['CWE-94', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  directive: 'enable-module-command',
  when: ['yes', 'local'],
  message: ({ lower }) =>
    lower === 'yes'
      ? '"enable-module-command" is "yes": any client that may run MODULE LOAD runs its own code in the server. Set it to "no".'
      : '"enable-module-command" is "local": clients on this machine can load code into the server. Set it to "no"; load modules with "loadmodule".',
  severityOf: ({ config }, { lower }) => (lower === 'local' ? 'warning' : severityByReach(config)),
  remedy: {
    set: 'no',
    effect: 'access',
    consequence: 'MODULE LOAD and UNLOAD are then refused to everybody, after a restart.',
  },
  also: ['exposure'],
});

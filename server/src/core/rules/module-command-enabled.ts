import { enabledSwitch } from './building-blocks/enabled-switch.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const moduleCommandEnabled: Rule = {
  id: 'module-command-enabled',
  summary: 'MODULE is enabled',
  category: 'commands',
  severity: 'error',
  references: ['CWE-94', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  reads: ['enable-module-command', 'exposure'],
  check: checkSwitch,
};

function checkSwitch(input: RuleInput): Iterable<Problem> {
  const words = {
    yes: 'any client that may run MODULE LOAD runs its own code in the server. Set it to "no".',
    local: 'clients on this machine can load code into the server. Set it to "no"; load modules with loadmodule.',
  };
  return enabledSwitch(input, 'enable-module-command', words, 'warning');
}

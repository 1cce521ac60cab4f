import { enabledSwitch } from './building-blocks/enabled-switch.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const debugCommandEnabled: Rule = {
  id: 'debug-command-enabled',
  summary: 'DEBUG is enabled',
  category: 'commands',
  severity: 'error',
  references: ['CWE-489', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  reads: ['enable-debug-command', 'exposure'],
  check: checkSwitch,
};

function checkSwitch(input: RuleInput): Iterable<Problem> {
  const words = {
    yes: 'any client that may run DEBUG can crash or stall the server. Set it to "no".',
    local: 'clients on this machine can crash or stall the server. Set it to "no" in production.',
  };
  return enabledSwitch(input, 'enable-debug-command', words, 'information');
}

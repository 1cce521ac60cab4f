import { enabledSwitch } from './building-blocks/enabled-switch.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const protectedConfigsEnabled: Rule = {
  id: 'protected-configs-enabled',
  summary: 'CONFIG SET may change where the server writes its files',
  category: 'commands',
  severity: 'error',
  references: ['CWE-73', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  reads: ['enable-protected-configs', 'exposure'],
  check: checkSwitch,
};

function checkSwitch(input: RuleInput): Iterable<Problem> {
  const words = {
    yes: 'CONFIG SET may change dir and dbfilename, so clients write files anywhere. Set it to "no".',
    local: 'clients on this machine can make the server write files anywhere. Set it to "no".',
  };
  return enabledSwitch(input, 'enable-protected-configs', words, 'warning');
}

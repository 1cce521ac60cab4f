import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const moduleCommandEnabled: Rule = {
  id: 'module-command-enabled',
  summary: 'MODULE is enabled',
  category: 'commands',
  severity: 'error',
  references: ['CWE-94', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  check: checkSwitch,
};

function* checkSwitch({ config }: RuleInput): Iterable<Problem> {
  const setting = config.setting('enable-module-command');
  const value = setting?.values[0]?.toLowerCase();
  if (!setting?.from || !setting.isKnown || (value !== 'yes' && value !== 'local')) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      value === 'yes'
        ? 'enable-module-command is "yes": any client that may run MODULE LOAD runs its own code in the server. Set it to "no".'
        : 'enable-module-command is "local": clients on this machine can load code into the server. Set it to "no"; load modules with loadmodule.',
    severity: value === 'local' ? 'warning' : severityOf(config),
    fixes: [
      { title: 'Set enable-module-command to no', safety: 'safe', isPreferred: true, edits: [replaceAt(at, 'no')] },
    ],
  };
}

/** Also on loopback any program on the machine may use it. */
function severityOf({ exposure: { listen } }: RuleInput['config']): Severity {
  return listen === 'loopback' || listen === 'none' ? 'warning' : 'error';
}

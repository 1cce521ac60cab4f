import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const debugCommandEnabled: Rule = {
  id: 'debug-command-enabled',
  summary: 'DEBUG is enabled',
  category: 'commands',
  severity: 'error',
  references: ['CWE-489', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  check: checkSwitch,
};

function* checkSwitch({ config }: RuleInput): Iterable<Problem> {
  const setting = config.setting('enable-debug-command');
  const value = setting?.values[0]?.toLowerCase();
  if (!setting?.from || !setting.isKnown || (value !== 'yes' && value !== 'local')) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      value === 'yes'
        ? 'enable-debug-command is "yes": any client that may run DEBUG can crash or stall the server. Set it to "no".'
        : 'enable-debug-command is "local": clients on this machine can crash or stall the server. Set it to "no" in production.',
    severity: value === 'local' ? 'information' : severityOf(config),
    fixes: [
      { title: 'Set enable-debug-command to no', safety: 'safe', isPreferred: true, edits: [replaceAt(at, 'no')] },
    ],
  };
}

/** Also on loopback any program on the machine may use it. */
function severityOf({ exposure: { listen } }: RuleInput['config']): Severity {
  return listen === 'loopback' || listen === 'none' ? 'warning' : 'error';
}

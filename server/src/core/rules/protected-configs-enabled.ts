import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const protectedConfigsEnabled: Rule = {
  id: 'protected-configs-enabled',
  summary: 'CONFIG SET may change where the server writes its files',
  category: 'commands',
  severity: 'error',
  references: ['CWE-73', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  check: checkSwitch,
};

function* checkSwitch({ config }: RuleInput): Iterable<Problem> {
  const setting = config.setting('enable-protected-configs');
  const value = setting?.values[0]?.toLowerCase();
  if (!setting?.from || !setting.isKnown || (value !== 'yes' && value !== 'local')) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      value === 'yes'
        ? 'enable-protected-configs is "yes": CONFIG SET may change dir and dbfilename, so clients write files anywhere. Set it to "no".'
        : 'enable-protected-configs is "local": clients on this machine can make the server write files anywhere. Set it to "no".',
    severity: value === 'local' ? 'warning' : severityOf(config),
    fixes: [
      { title: 'Set enable-protected-configs to no', safety: 'safe', isPreferred: true, edits: [replaceAt(at, 'no')] },
    ],
  };
}

/** Also on loopback any program on the machine may use it. */
function severityOf({ exposure: { listen } }: RuleInput['config']): Severity {
  return listen === 'loopback' || listen === 'none' ? 'warning' : 'error';
}

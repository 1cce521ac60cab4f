import type { Problem, RuleInput, Severity } from '../rule.js';
import { replaceAt } from './edits.js';
import { argumentAt } from './places.js';
import { explicitSetting } from './settings.js';

/** Redis 7.0's guards, off by default: `yes` for everybody, `local` for clients on this machine. */
export type GuardName = 'enable-debug-command' | 'enable-module-command' | 'enable-protected-configs';

const CONSEQUENCE: Readonly<Record<GuardName, string>> = {
  'enable-debug-command': 'DEBUG is then refused to everybody, after a restart.',
  'enable-module-command': 'MODULE LOAD and UNLOAD are then refused to everybody, after a restart.',
  'enable-protected-configs': 'CONFIG SET of "dir" and "dbfilename" is then refused to everybody, after a restart.',
};

/** Reports a guard that a line lifts, with the words for each way of lifting it. */
export function* enabledSwitch(
  { config }: RuleInput,
  name: GuardName,
  words: Readonly<Record<'yes' | 'local', string>>,
  severityOfLocal: Severity,
): Iterable<Problem> {
  const setting = explicitSetting(config, name);
  const value = setting?.lower;
  if (!setting || (value !== 'yes' && value !== 'local')) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: `${name} is "${value}": ${words[value]}`,
    severity: value === 'local' ? severityOfLocal : severityOfYes(config),
    fixes: () => [
      { title: `Set ${name} to no`, effect: 'access', consequence: CONSEQUENCE[name], edits: [replaceAt(at, 'no')] },
    ],
  };
}

/** Also on loopback any program on the machine may use it. */
function severityOfYes({ exposure: { listen } }: RuleInput['config']): Severity {
  return listen === 'loopback' || listen === 'none' ? 'warning' : 'error';
}

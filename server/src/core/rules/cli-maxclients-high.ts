import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const cliMaxclientsHigh: Rule = {
  id: 'cli-maxclients-high',
  summary: 'more connections than the operating system gives',
  category: 'resources',
  severity: 'information',
  references: ['CWE-770'],
  dialects: ['server'],
  reads: ['maxclients'],
  check: checkCliMaxclientsHigh,
};

const MOST = 65_000;

function* checkCliMaxclientsHigh({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'maxclients');
  if (!setting || !/^\d+$/.test(setting.text) || Number(setting.text) <= MOST) return;
  yield {
    at: argumentAt(setting.from),
    message: `maxclients ${setting.text} needs as many open files, else the server lowers it at start. Raise LimitNOFILE too, or use 10000.`,
  };
}

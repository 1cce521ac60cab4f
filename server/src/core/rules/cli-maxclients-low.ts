import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const cliMaxclientsLow: Rule = {
  id: 'cli-maxclients-low',
  summary: 'so few connections that a handful of clients lock everybody out',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-770'],
  dialects: ['server'],
  reads: ['maxclients'],
  check: checkCliMaxclientsLow,
};

const FEWEST = 100;

function* checkCliMaxclientsLow({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'maxclients');
  if (!setting || !/^\d+$/.test(setting.text) || Number(setting.text) < 1 || Number(setting.text) >= FEWEST) return;
  yield {
    at: argumentAt(setting.from),
    message: `maxclients ${setting.text} is used up by a few connection pools, your own login included. Allow at least ${FEWEST}.`,
  };
}

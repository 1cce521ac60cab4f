import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const cliBacklogHigh: Rule = {
  id: 'cli-backlog-high',
  summary: 'a longer queue of new connections than the kernel keeps',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/develop/reference/clients/'],
  dialects: ['server'],
  isOptIn: true,
  reads: ['tcp-backlog'],
  check: checkCliBacklogHigh,
};

const MOST = 4096;

function* checkCliBacklogHigh({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'tcp-backlog');
  if (!setting || !(Number(setting.text) > MOST)) return;
  yield {
    at: argumentAt(setting.from),
    message: `The kernel cuts tcp-backlog ${setting.text} down to net.core.somaxconn, mostly 4096. Raise that too, or use 511.`,
  };
}

import { parseMemory } from '../directives/values.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const replBacklogSmall: Rule = {
  id: 'repl-backlog-small',
  summary: 'a short pause of a replica costs a full synchronisation',
  category: 'replication',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  reads: ['repl-backlog-size'],
  check: checkReplBacklogSmall,
};

const SMALLEST = 1024n ** 2n;

function* checkReplBacklogSmall({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'repl-backlog-size');
  const bytes = setting && parseMemory(setting.text);
  if (!setting || bytes === undefined || bytes >= SMALLEST || setting.text === '1m') return;
  yield {
    at: argumentAt(setting.from),
    message: `repl-backlog-size ${setting.text} is soon overwritten: a short break costs a full synchronisation. Remove the line.`,
    fixes: () => [
      removeAllLines(config, 'repl-backlog-size', 'Remove repl-backlog-size: use the default', {
        effect: 'safe',
        isPreferred: true,
      }),
    ],
  };
}

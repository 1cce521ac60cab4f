import { quote } from './building-blocks/quote.js';
import { shorterTimes } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelDownAfterLow: Rule = {
  id: 'sentinel-down-after-low',
  summary: 'a short pause is taken for a failure of the primary',
  category: 'sentinel',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel'],
  check: checkSentinelDownAfterLow,
};

const SHORTEST_MS = 1000;

function* checkSentinelDownAfterLow({ config }: RuleInput): Iterable<Problem> {
  for (const { name, time, at } of shorterTimes(config, 'down-after-milliseconds', SHORTEST_MS)) {
    yield {
      at,
      message: `After ${time} ms of silence ${quote(name)} counts as down: a slow command or snapshot is enough. Allow 5000 ms or more.`,
    };
  }
}

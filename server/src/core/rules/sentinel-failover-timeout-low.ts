import { quote } from './building-blocks/quote.js';
import { shorterTimes } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelFailoverTimeoutLow: Rule = {
  id: 'sentinel-failover-timeout-low',
  summary: 'a failover is given up before it can finish',
  category: 'sentinel',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel'],
  check: checkSentinelFailoverTimeoutLow,
};

const SHORTEST_MS = 10_000;

function* checkSentinelFailoverTimeoutLow({ config }: RuleInput): Iterable<Problem> {
  for (const { name, time, at } of shorterTimes(config, 'failover-timeout', SHORTEST_MS)) {
    yield {
      at,
      message: `Sentinel gives up a failover of ${quote(name)} after ${time} ms, before it can finish. Allow 60000 ms or more.`,
    };
  }
}

import { removeLine } from './building-blocks/edits.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelInRedisConf: Rule = {
  id: 'sentinel-in-redis-conf',
  summary: 'a sentinel line in the configuration of a server',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  loadProblems: ['sentinel-outside-sentinel'],
  reads: ['sentinel-outside-sentinel'],
  check: checkLines,
};

function* checkLines(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('sentinel-outside-sentinel')) {
    yield {
      at: cause.at,
      message:
        'A server refuses "sentinel" lines; only Sentinel reads them. Move the line to sentinel.conf, or start with --sentinel.',
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => [
        {
          title: 'Remove the line (move it to sentinel.conf first)',
          effect: 'access',
          consequence: 'What it says is then said nowhere, and no Sentinel does it.',
          edits: [removeLine(cause.at)],
        },
      ],
    };
  }
}

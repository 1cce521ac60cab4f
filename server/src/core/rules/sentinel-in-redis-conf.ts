import { removeLine } from './building-blocks/edits.js';
import { refusalRule } from './refusal-rule.js';

export const sentinelInRedisConf = refusalRule({
  id: 'sentinel-in-redis-conf',
  summary: 'a sentinel line in the configuration of a server',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  codes: ['sentinel-outside-sentinel'],
  message:
    'A server refuses "sentinel" lines; only Sentinel reads them. Move the line to sentinel.conf, or start with --sentinel.',
  fixes: ({ at }) => [
    {
      title: 'Remove the line (move it to sentinel.conf first)',
      effect: 'access',
      consequence: 'No Sentinel then has this setting, unless its own file has the line.',
      edits: [removeLine(at)],
    },
  ],
});

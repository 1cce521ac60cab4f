import { valueRule } from './value-rule.js';

export const privOomScoreAdjAbsolute = valueRule({
  id: 'priv-oom-score-adj-absolute',
  summary: 'fixed values decide which process the kernel kills first',
  category: 'deployment',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server'],
  directive: 'oom-score-adj',
  when: 'absolute',
  message:
    '"absolute" overrides the OOMScoreAdjust that the service manager gave. Use "relative" to add to it instead.',
  remedy: {
    set: 'relative',
    effect: 'access',
    consequence: 'The kernel may choose another process when memory runs out: add up both values first.',
  },
});

import { isRedisOrForkAtLeast } from '../directives/target.js';
import { appendLines } from './building-blocks/edits.js';
import { startOfFile } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';
import { GENERATED_SECRET } from './rule.js';

export const sentinelNoAuth: Rule = {
  id: 'sentinel-no-auth',
  summary: 'anybody who reaches Sentinel can fail over, reconfigure and read passwords',
  category: 'sentinel',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  check: checkSentinelNoAuth,
};

/** Protected mode is off in Sentinel unless a line says otherwise, so that a password is all there is. */
function* checkSentinelNoAuth({ config }: RuleInput): Iterable<Problem> {
  const { auth, listen, origin, isReachable } = config.exposure;
  if (auth !== 'open' || origin !== 'file' || listen === 'none') return;
  const severity: Severity =
    listen === 'loopback'
      ? 'information'
      : isReachable && listen === 'public' && config.setting('bind')?.from
        ? 'error'
        : 'warning';
  yield {
    at: startOfFile(config),
    message:
      'Sentinel has no password: whoever reaches it can redirect every client. Set "requirepass" and "sentinel sentinel-pass".',
    severity,
    fixes: isRedisOrForkAtLeast(config.target, '6.2')
      ? [
          {
            title: 'Add a generated password for Sentinel and its peers',
            safety: 'review',
            edits: [
              appendLines(config, `requirepass ${GENERATED_SECRET}`, `sentinel sentinel-pass ${GENERATED_SECRET}`),
            ],
          },
        ]
      : [],
  };
}

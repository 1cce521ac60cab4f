import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const healthcheckWithoutPassword: Rule = {
  id: 'healthcheck-without-password',
  summary: 'a health check that takes the refusal of the server for a sign of life',
  category: 'deployment',
  severity: 'hint',
  references: ['CWE-703', 'https://redis.io/docs/latest/develop/tools/cli/'],
  dialects: ['server'],
  reads: ['deployment', 'requirepass', 'users'],
  check: checkHealthcheckWithoutPassword,
};

function* checkHealthcheckWithoutPassword({ config }: RuleInput): Iterable<Problem> {
  const healthcheck = config.deployment.facts?.healthcheck;
  if (!healthcheck?.isWithoutPassword || !asksForPassword(config)) return;
  yield {
    at: healthcheck.at,
    message:
      '"redis-cli" is answered NOAUTH and exits with 0, so the check tells only that something listens. Set "REDISCLI_AUTH", add "-e".',
  };
}

/** One that is filled in is one, whatever it is. */
function asksForPassword({ defaultUser: { state }, inForce }: ResolvedConfiguration): boolean {
  if (state !== 'unknown') return state !== 'open';
  const from = inForce('requirepass')?.from;
  return from?.isTemplated === true;
}

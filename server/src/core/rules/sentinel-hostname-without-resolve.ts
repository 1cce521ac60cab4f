import { hostFault } from '../directives/addresses.js';
import { isRedisOrForkAtLeast } from '../directives/target.js';
import { insertLinesAbove } from './building-blocks/edits.js';
import { writesSince } from './building-blocks/guessed-target.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelHostnameWithoutResolve: Rule = {
  id: 'sentinel-hostname-without-resolve',
  summary: 'a host name where Sentinel resolves none',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  loadProblems: ['sentinel-host-name'],
  reads: ['sentinel-host-name'],
  check: checkHosts,
};

function* checkHosts(input: RuleInput): Iterable<Problem> {
  const canResolve = isRedisOrForkAtLeast(input.config.target, '6.2');
  for (const cause of input.config.problemsOf('sentinel-host-name')) {
    const isName = canResolve && hostFault(cause.host) === undefined;
    yield {
      at: cause.at,
      message: cause.isUndecided
        ? `No line that is read here lets Sentinel resolve ${quote(cause.host)}. Make sure that one does, or write an address.`
        : `Sentinel does not resolve ${quote(cause.host)}. Write an address${isName ? ', or "sentinel resolve-hostnames yes"' : ''}.`,
      severity: cause.isFatal ? 'error' : cause.isUndecided ? 'hint' : 'warning',
      cause,
      fixes: () =>
        isName
          ? [
              writesSince(input, '6.2', 'that line', {
                title: 'Let Sentinel resolve host names',
                effect: 'access',
                consequence: 'Sentinel then trusts DNS: who can change an answer there decides where clients go.',
                edits: [insertLinesAbove(cause.at, 'sentinel resolve-hostnames yes')],
              }),
            ]
          : [],
    };
  }
}

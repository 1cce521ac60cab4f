import type { LoadProblemOf } from '../config/load-problem.js';
import type { Location } from '../config/occurrence.js';
import { hostFault } from '../directives/addresses.js';
import { insertLinesAbove } from './building-blocks/edits.js';
import { writesSince } from './building-blocks/guessed-target.js';
import { quote } from './building-blocks/quote.js';
import { hintIfUndecided, refusalRule } from './refusal-rule.js';
import type { Fix, RuleInput } from './rule.js';

export const sentinelHostnameWithoutResolve = refusalRule({
  id: 'sentinel-hostname-without-resolve',
  summary: 'a host name where Sentinel resolves none',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  codes: ['sentinel-host-name'],
  message: (cause) =>
    cause.isUndecided
      ? `No line that is read here lets Sentinel resolve ${quote(cause.host)}. Make sure that one does, or write an address.`
      : `Sentinel does not resolve ${quote(cause.host)}. Write an address${canResolve(cause) ? ', or "sentinel resolve-hostnames yes"' : ''}.`,
  severityOf: hintIfUndecided,
  fixes: (cause, input) => (canResolve(cause) ? [resolveHostNames(cause.at, input)] : []),
});

const canResolve = ({ host }: LoadProblemOf<'sentinel-host-name'>): boolean => hostFault(host) === undefined;

const resolveHostNames = (at: Location, input: RuleInput): Fix =>
  writesSince(input, '6.2', 'that line', {
    title: 'Let Sentinel resolve host names',
    effect: 'access',
    consequence: 'Sentinel then trusts DNS: who can change an answer there decides where clients go.',
    edits: [insertLinesAbove(at, 'sentinel resolve-hostnames yes')],
  });

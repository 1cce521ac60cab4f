import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsCaMissing: Rule = {
  id: 'tls-ca-missing',
  summary: 'certificates are to be checked and no authority is named',
  category: 'tls',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  loadProblems: ['tls-ca-missing'],
  reads: ['tls-ca-missing'],
  check: checkCaMissing,
};

/** No fix: only its owner knows where the file is. */
function* checkCaMissing(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('tls-ca-missing')) {
    yield {
      at: cause.at,
      message: `"${cause.neededBy}" switches TLS on, and nothing says who may issue certificates: the server refuses to start. Set "tls-ca-cert-file".`,
      cause,
    };
  }
}

import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsCertMissing: Rule = {
  id: 'tls-cert-missing',
  summary: 'TLS is on and no certificate is named',
  category: 'tls',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  loadProblems: ['tls-certificate-missing'],
  reads: ['tls-certificate-missing'],
  check: checkCertMissing,
};

/** No fix: only its owner knows where the file is. */
function* checkCertMissing(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('tls-certificate-missing')) {
    yield {
      at: cause.at,
      message: `"${cause.neededBy}" switches TLS on, which needs a certificate: the server refuses to start. Name its file in "tls-cert-file".`,
      cause,
    };
  }
}

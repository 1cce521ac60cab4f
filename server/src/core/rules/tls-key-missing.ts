import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsKeyMissing: Rule = {
  id: 'tls-key-missing',
  summary: 'TLS is on and no private key is named',
  category: 'tls',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  loadProblems: ['tls-key-missing'],
  reads: ['tls-key-missing'],
  check: checkKeyMissing,
};

/** No fix: only its owner knows where the file is. */
function* checkKeyMissing(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('tls-key-missing')) {
    yield {
      at: cause.at,
      message: `"${cause.neededBy}" switches TLS on, which needs a private key: the server refuses to start. Name its file in "tls-key-file".`,
      cause,
    };
  }
}

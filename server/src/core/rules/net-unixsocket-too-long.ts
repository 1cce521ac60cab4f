import type { Problem, Rule, RuleInput } from './rule.js';

export const netUnixsocketTooLong: Rule = {
  id: 'net-unixsocket-too-long',
  summary: 'a path in unixsocket of more than 107 bytes: the server fails to listen',
  category: 'network',
  severity: 'error',
  references: ['https://github.com/redis/redis/pull/9826', 'https://man7.org/linux/man-pages/man7/unix.7.html'],
  loadProblems: ['unixsocket-too-long'],
  reads: ['unixsocket-too-long'],
  check: checkUnixsocketTooLong,
};

function* checkUnixsocketTooLong(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('unixsocket-too-long')) {
    const { at, bytes } = cause;
    const message = `This path has ${bytes} bytes, and a socket's may have 107: the server exits. Choose a shorter path.`;
    yield { at, message, cause };
  }
}

import type { Problem, Rule, RuleInput } from './rule.js';

export const netPortConflict: Rule = {
  id: 'net-port-conflict',
  summary: 'two listeners on one port: the server refuses to start',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['port-conflict'],
  reads: ['port-conflict'],
  check: checkPortConflict,
};

function* checkPortConflict(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('port-conflict')) {
    yield {
      at: cause.at,
      message: `Port ${cause.port} is taken already, by "${cause.with}" or its cluster bus: the server fails to listen. Choose another port.`,
      cause,
    };
  }
}

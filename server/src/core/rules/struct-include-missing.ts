import { directoryOf } from '../config/paths.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const structIncludeMissing: Rule = {
  id: 'struct-include-missing',
  summary: 'an included file that does not exist',
  category: 'structure',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['include-missing'],
  reads: ['include-missing'],
  check: checkMissingIncludes,
};

function* checkMissingIncludes(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('include-missing')) {
    const severity = severityOf(cause.name, input.config.root.path);
    yield {
      at: cause.at,
      message:
        severity === 'error'
          ? `The included file ${quote(cause.name)} does not exist: the server refuses to start. Create it, or correct the path.`
          : `The included file ${quote(cause.name)} is not on this machine. Make sure that the server finds it, for else it does not start.`,
      severity,
      cause,
    };
  }
}

/** An absolute path that leads elsewhere may exist on the machine that the file is for. */
function severityOf(name: string, rootPath: string): Severity {
  const isElsewhere = name.startsWith('/') && !name.startsWith(`${directoryOf(rootPath)}/`);
  return isElsewhere ? 'information' : 'error';
}

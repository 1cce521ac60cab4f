import type { LoadProblem } from '../config/load-problem.js';
import { isKnownWord } from '../config/showing/shown-words.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { removeLine, replaceAt } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const renameCommandTargetExists: Rule = {
  id: 'rename-command-target-exists',
  summary: 'rename-command to a name that another command has',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['rename-target-exists'],
  reads: ['rename-target-exists'],
  check: checkTargets,
};

function* checkTargets(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('rename-target-exists')) {
    yield {
      at: cause.at,
      message: `${isKnownWord(cause.name, COMMANDS) ? quote(cause.name) : 'This'} is the name of another command already. Take a name that is free, or "" to remove the command.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => [
        ...removalOfCommand(cause),
        {
          title: 'Remove the line: clients may run the command',
          effect: 'access',
          consequence: 'The command keeps its name, and every client whose user may run it can send it.',
          edits: [removeLine(cause.at)],
        },
      ],
    };
  }
}

function removalOfCommand({ at, occurrence }: LoadProblem): readonly Fix[] {
  const newName = occurrence?.args[1];
  if (!newName) return [];
  return [
    {
      title: 'Remove the command instead: nobody can run it then',
      effect: 'access',
      consequence: 'Sentinel and tools that send it fail; an append-only file that holds it no longer loads.',
      edits: [replaceAt({ ...at, at: newName }, '""')],
    },
  ];
}

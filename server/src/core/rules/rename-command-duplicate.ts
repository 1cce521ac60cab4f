import { isKnownWord } from '../config/showing/shown-words.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { removeLine } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const renameCommandDuplicate: Rule = {
  id: 'rename-command-duplicate',
  summary: 'rename-command twice for one command',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['rename-duplicate'],
  reads: ['rename-duplicate'],
  check: checkRepeats,
};

function* checkRepeats(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('rename-duplicate')) {
    yield {
      at: cause.at,
      message: `${isKnownWord(cause.name, COMMANDS) ? quote(cause.name) : 'The command'} was renamed or removed in line ${cause.earlier.line + 1} and has no such name here any more. Remove one of the two lines.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      related: [{ at: cause.earlier, message: 'It is renamed here.' }],
      fixes: () => [{ title: 'Remove this line', effect: 'safe', isPreferred: true, edits: [removeLine(cause.at)] }],
    };
  }
}

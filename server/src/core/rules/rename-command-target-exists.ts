import type { Occurrence } from '../config/occurrence.js';
import { isKnownWord } from '../config/showing/shown-words.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { removeLine, replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

export const renameCommandTargetExists = refusalRule({
  id: 'rename-command-target-exists',
  summary: 'rename-command to a name that another command has',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['rename-target-exists'],
  message: ({ name }) =>
    `${isKnownWord(name, COMMANDS) ? quote(name) : 'This'} is the name of another command already. Take a name that is free, or "" to remove the command.`,
  fixes: ({ at, occurrence }) => [
    ...removeCommand(occurrence),
    {
      title: 'Remove the line: clients may run the command',
      effect: 'access',
      consequence: 'The command keeps its name, and every client whose user may run it can send it.',
      edits: [removeLine(at)],
    },
  ],
});

function removeCommand(from: Occurrence | undefined): readonly Fix[] {
  if (!from?.args[1]) return [];
  return [
    {
      title: 'Remove the command instead: nobody can run it then',
      effect: 'access',
      consequence: 'Sentinel and tools that send it fail; an append-only file that holds it no longer loads.',
      edits: [replaceAt(argumentAt(from, 1), '""')],
    },
  ];
}

import { isKnownWord } from '../config/showing/shown-words.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { removeLine } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const renameCommandDuplicate = refusalRule({
  id: 'rename-command-duplicate',
  summary: 'rename-command twice for one command',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['rename-duplicate'],
  message: ({ name, earlier }) =>
    `${isKnownWord(name, COMMANDS) ? quote(name) : 'The command'} was renamed or removed in line ${earlier.line + 1} and has no such name here any more. Remove one of the two lines.`,
  related: ({ earlier }) => [{ at: earlier, message: 'It is renamed here.' }],
  fixes: ({ at }) => [{ title: 'Remove this line', effect: 'safe', isPreferred: true, edits: [removeLine(at)] }],
});

import { removeLine } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const moduleLoadedTwice = refusalRule({
  id: 'module-loaded-twice',
  summary: 'a module is loaded twice: the server refuses to start',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/develop/reference/modules/'],
  codes: ['module-loaded-twice'],
  message: ({ occurrence }) =>
    `${quote(occurrence?.args[0]?.raw ?? '', 60)} is loaded already, and the second time the server aborts. Remove one of the two lines.`,
  related: ({ earlier }) => [{ at: earlier, message: 'It is loaded here.' }],
  fixes: ({ at }) => [
    {
      title: 'Remove this line: arguments of the other one count',
      effect: 'access',
      consequence: 'The module then runs with the arguments of the other line alone.',
      edits: [removeLine(at)],
    },
  ],
});

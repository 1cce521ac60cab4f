import { removeLine } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const structIncludeCycle = refusalRule({
  id: 'struct-include-cycle',
  summary: 'a file that includes itself, directly or through others',
  category: 'structure',
  severity: 'error',
  references: ['CWE-674', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['include-cycle'],
  message: ({ name }) =>
    `${quote(name)} includes itself, directly or through others: the server crashes when it starts. Remove one of the include lines.`,
  fixes: ({ at }) => [
    {
      title: 'Remove this include line',
      effect: 'access',
      consequence: 'The server then starts: check which of the lines that are read count.',
      edits: [removeLine(at)],
    },
  ],
});

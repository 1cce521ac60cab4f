import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

/** The stock files say `./`, which nobody chose. */
export const pathDirRelative = valueRule({
  id: 'path-dir-relative',
  summary: 'the folder of the data depends on where the server is started',
  category: 'files',
  severity: 'information',
  references: ['CWE-73'],
  directive: 'dir',
  when: ({ text }) => text !== '' && !/^(\/|[a-z]:[\\/])/i.test(text),
  message: ({ text }) =>
    `dir ${quote(text, 60)} depends on where the server is started: elsewhere it starts empty. Write the whole path.`,
  severityOf: (_, { text }) => (/^\.\/?$/.test(text) ? 'hint' : 'information'),
});

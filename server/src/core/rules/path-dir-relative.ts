import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

/** The stock files say `./`, which nobody chose. */
export const pathDirRelative = valueRule({
  id: 'path-dir-relative',
  summary: 'the directory of the data depends on where the server is started',
  category: 'files',
  severity: 'information',
  references: ['CWE-73'],
  directive: 'dir',
  // What the server makes of a backslash is told elsewhere, where the word is hidden.
  when: ({ text, from }) => text !== '' && !/^(\/|[a-z]:[\\/])/i.test(text) && !from.args[0]?.raw.includes('\\'),
  message: ({ text }) =>
    `${quote(`dir ${text}`, 60)} depends on where the server is started: elsewhere it finds no data. Write the path that CONFIG GET dir shows.`,
  severityOf: (_, { text }) => (/^\.\/?$/.test(text) ? 'hint' : 'information'),
});

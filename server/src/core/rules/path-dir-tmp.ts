import { resolvePath } from '../config/paths.js';
import { isInSharedFolder } from './building-blocks/folders.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

/** Sentinel keeps nothing there: its state stands in its configuration. The sample of it says /tmp. */
export const pathDirTmp = valueRule({
  id: 'path-dir-tmp',
  summary: 'data files are kept where others can read them and the system deletes them',
  category: 'files',
  severity: 'warning',
  references: ['CWE-377', 'CWE-379'],
  dialects: ['server'],
  directive: 'dir',
  when: ({ text }) => text.startsWith('/') && isInSharedFolder(`${resolvePath('/', text)}/`),
  message: ({ text }) =>
    `${quote(`dir ${text}`, 54)} is emptied by the system and open to every local user. Move the data, and then "dir", elsewhere.`,
});

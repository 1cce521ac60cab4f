import { isInSharedFolder } from './building-blocks/folders.js';
import { LOG_ELSEWHERE } from './building-blocks/log-remedy.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

export const pathLogInSharedDir = valueRule({
  id: 'path-log-in-shared-dir',
  summary: 'the log stands where any local user may put a link in its place',
  category: 'files',
  severity: 'information',
  references: ['CWE-59'],
  directive: 'logfile',
  when: ({ text }) => isInSharedFolder(text),
  message: ({ text }) =>
    `Any local user can read ${quote(text, 60)} or put a link in its place. Log to /var/log/redis instead.`,
  remedy: LOG_ELSEWHERE,
});

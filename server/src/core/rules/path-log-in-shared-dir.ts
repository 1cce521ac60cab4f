import { isInSharedFolder } from './building-blocks/folders.js';
import { LOG_ELSEWHERE } from './building-blocks/log-remedy.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

export const pathLogInSharedDir = valueRule({
  id: 'path-log-in-shared-dir',
  summary: 'the log is where any local user may put a link before the server starts',
  category: 'files',
  severity: 'information',
  references: ['CWE-59'],
  directive: 'logfile',
  when: ({ text }) => isInSharedFolder(text),
  message: ({ text }) =>
    `Any local user can put a link at ${quote(text, 60)} before the server starts, and may read the log. Log to /var/log/redis.`,
  remedy: LOG_ELSEWHERE,
});

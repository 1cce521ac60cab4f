import { isInSharedFolder } from './building-blocks/folders.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

export const pathPidfileSharedDir = valueRule({
  id: 'path-pidfile-shared-dir',
  summary: 'the pid file is where any local user may put a link or another number first',
  category: 'files',
  severity: 'information',
  references: ['CWE-59'],
  directive: 'pidfile',
  when: ({ text }) => isInSharedFolder(text),
  message: ({ text }) =>
    `Any local user can create ${quote(text, 60)} first, as a link or with another number. Use a directory below /run.`,
  remedy: {
    set: '/run/redis/redis-server.pid',
    title: 'Write it to /run/redis/redis-server.pid',
    effect: 'access',
    consequence: 'A service script that reads the old path must be changed too.',
  },
});

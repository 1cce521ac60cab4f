import { isInSharedFolder } from './building-blocks/folders.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

export const pathPidfileSharedDir = valueRule({
  id: 'path-pidfile-shared-dir',
  summary: 'the pid file stands where any local user may put a link in its place',
  category: 'files',
  severity: 'information',
  references: ['CWE-59'],
  directive: 'pidfile',
  when: ({ text }) => isInSharedFolder(text),
  message: ({ text }) =>
    `Any local user can put a link or another number in place of ${quote(text, 60)}. Use a folder below /run.`,
  remedy: {
    set: '/run/redis/redis-server.pid',
    title: 'Write it to /run/redis/redis-server.pid',
    effect: 'access',
    consequence: 'A service script that reads the old path must be changed too.',
  },
});

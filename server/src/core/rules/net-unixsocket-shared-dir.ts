import { isInSharedFolder, sharedFolderOf } from './building-blocks/folders.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

/** In a container seldom anybody else creates files. No fix: the folder has to be made for the server first. */
export const netUnixsocketSharedDir = valueRule({
  id: 'net-unixsocket-shared-dir',
  summary: 'the Unix socket is in a directory where every local user may create files',
  category: 'network',
  severity: 'warning',
  references: ['CWE-377', 'CVE-2023-45145', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  isMilderInContainer: true,
  directive: 'unixsocket',
  when: ({ text }) => isInSharedFolder(text),
  message: ({ text }) =>
    `Every local user may create files in ${quote(sharedFolderOf(text) ?? '', 60)}, and answer in place of the server. Move it to "/run/redis".`,
});

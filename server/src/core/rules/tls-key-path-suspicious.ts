import { isInSharedFolder } from './building-blocks/folders.js';
import { valueRule } from './value-rule.js';

const WEB_FOLDER = /^\/(?:var\/www|srv\/(?:www|http)|usr\/share\/nginx)\/|\/(?:public_html|htdocs|wwwroot)\//;

export const tlsKeyPathSuspicious = valueRule({
  id: 'tls-key-path-suspicious',
  summary: 'a private key in a directory where others can read, replace or download it',
  category: 'tls',
  severity: 'warning',
  references: ['CWE-522', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  directive: ['tls-key-file', 'tls-client-key-file'],
  when: ({ text }) => isInSharedFolder(text) || WEB_FOLDER.test(text),
  message: ({ name, text }) =>
    `The private key of "${name}" is in a directory ${isInSharedFolder(text) ? 'where every local user may create and replace files' : 'that a web server may publish'}. Put it where only the server may read it.`,
});

import { isInSharedFolder } from './building-blocks/folders.js';
import { valueRule } from './value-rule.js';

const WEB_FOLDER = /^\/(?:var\/www|srv\/(?:www|http)|usr\/share\/nginx)\/|\/(?:public_html|htdocs|wwwroot)\//;

export const tlsKeyPathSuspicious = valueRule({
  id: 'tls-key-path-suspicious',
  summary: 'a private key in a folder that others read, write or download',
  category: 'tls',
  severity: 'warning',
  references: ['CWE-522', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  directive: ['tls-key-file', 'tls-client-key-file'],
  when: ({ text }) => isInSharedFolder(text) || WEB_FOLDER.test(text),
  message: ({ name, text }) =>
    `The private key of "${name}" is in a folder ${isInSharedFolder(text) ? 'where every local user may create and replace files' : 'from which a web server may hand it out'}. Put it where only the server may read it.`,
});

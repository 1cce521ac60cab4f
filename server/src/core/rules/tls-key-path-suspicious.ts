import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsKeyPathSuspicious: Rule = {
  id: 'tls-key-path-suspicious',
  summary: 'a private key in a folder that others read, write or download',
  category: 'tls',
  severity: 'warning',
  references: ['CWE-522', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  reads: ['tls-key-file', 'tls-client-key-file'],
  check: checkTlsKeyPath,
};

const SHARED_FOLDER = /^\/(?:tmp|var\/tmp|dev\/shm)\//;
const WEB_FOLDER = /^\/(?:var\/www|srv\/(?:www|http)|usr\/share\/nginx)\/|\/(?:public_html|htdocs|wwwroot)\//;

function* checkTlsKeyPath({ config }: RuleInput): Iterable<Problem> {
  for (const name of ['tls-key-file', 'tls-client-key-file'] as const) {
    const key = explicitSetting(config, name);
    if (!key) continue;
    const danger = SHARED_FOLDER.test(key.text)
      ? 'where every local user may create and replace files'
      : WEB_FOLDER.test(key.text)
        ? 'from which a web server may hand it out'
        : undefined;
    if (!danger) continue;
    yield {
      at: argumentAt(key.from),
      message: `The private key of "${name}" is in a folder ${danger}. Put it where only the server may read it.`,
    };
  }
}

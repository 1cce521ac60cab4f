import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const pathDbfilenameSuspicious: Rule = {
  id: 'path-dbfilename-suspicious',
  summary: 'the snapshot is named like a key file, a cron table or a program',
  category: 'files',
  severity: 'error',
  references: ['CWE-73', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  reads: ['dbfilename'],
  check: checkPathDbfilenameSuspicious,
};

const SUSPICIOUS =
  /^(authorized_keys2?|root|crontab|id_rsa(\.pub)?)$|\.(php\d?|phtml|jspx?|aspx?|so|sh|service|py|pl|exe|dll)$/i;

function* checkPathDbfilenameSuspicious({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'dbfilename');
  if (!setting || !SUSPICIOUS.test(setting.text)) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: `dbfilename ${quote(setting.text)} is what attackers write through the snapshot. Look for an intrusion; use dump.rdb.`,
    fixes: () => [
      {
        title: 'Set dbfilename to dump.rdb (rename the file first)',
        effect: 'data',
        consequence: 'After a restart the server starts empty, unless its snapshot was renamed.',
        edits: [replaceAt(at, 'dump.rdb')],
      },
    ],
  };
}

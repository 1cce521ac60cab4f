import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

const SUSPICIOUS =
  /^(authorized_keys2?|root|crontab|id_rsa(\.pub)?)$|\.(php\d?|phtml|jspx?|aspx?|so|sh|service|py|pl|exe|dll)$/i;

export const pathDbfilenameSuspicious = valueRule({
  id: 'path-dbfilename-suspicious',
  summary: 'the snapshot is named like a key file, a cron table or a program',
  category: 'files',
  severity: 'error',
  references: ['CWE-73', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  directive: 'dbfilename',
  when: ({ text }) => SUSPICIOUS.test(text),
  message: ({ text }) =>
    `${quote(`dbfilename ${text}`, 60)} is what attackers write through the snapshot. Look for an intrusion; use dump.rdb.`,
  remedy: {
    set: 'dump.rdb',
    title: 'Set dbfilename to dump.rdb (rename the file first)',
    effect: 'data',
    consequence: 'After a restart the server starts empty, unless its snapshot was renamed.',
  },
});

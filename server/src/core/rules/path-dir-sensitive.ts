import { resolvePath } from '../config/paths.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

/** Folders in which a dump file is run, trusted or served: where attackers point `dir` to. */
const SENSITIVE =
  /^\/(root|home\/[^/]+)\/\.ssh$|^\/(etc|boot|lib|lib64|usr\/lib|bin|sbin|usr\/bin|usr\/sbin)$|^\/etc\/(cron[^/]*|init\.d|systemd(\/.*)?|ld\.so\.conf\.d|sudoers\.d|profile\.d)$|^\/var\/spool\/cron(\/.*)?$|^\/(var\/www|srv\/www|usr\/share\/nginx|usr\/local\/apache2?)(\/.*)?$|\/(htdocs|public_html|wwwroot)(\/|$)/;

export const pathDirSensitive = valueRule({
  id: 'path-dir-sensitive',
  summary: 'data files are written to a directory where a file becomes code or a key',
  category: 'files',
  severity: 'error',
  references: ['CWE-552', 'CWE-73', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  directive: 'dir',
  when: ({ text }) =>
    text.startsWith('/') && (resolvePath('/', text) === '/' || SENSITIVE.test(resolvePath('/', text))),
  message: ({ text }) =>
    `In ${quote(`dir ${resolvePath('/', text)}`, 60)} a file becomes code or a login key, a sign of an attack. Look for an intrusion; use /var/lib/redis.`,
});

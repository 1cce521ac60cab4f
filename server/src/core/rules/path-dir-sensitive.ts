import { resolvePath } from '../config/paths.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const pathDirSensitive: Rule = {
  id: 'path-dir-sensitive',
  summary: 'data files are written to a folder where a file becomes code or a key',
  category: 'files',
  severity: 'error',
  references: ['CWE-552', 'CWE-73', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  reads: ['dir'],
  check: checkPathDirSensitive,
};

/** Folders in which a dump file is run, trusted or served: where attackers point `dir` to. */
const SENSITIVE =
  /^\/(root|home\/[^/]+)\/\.ssh$|^\/(etc|boot|lib|lib64|usr\/lib|bin|sbin|usr\/bin|usr\/sbin)$|^\/etc\/(cron[^/]*|init\.d|systemd(\/.*)?|ld\.so\.conf\.d|sudoers\.d|profile\.d)$|^\/var\/spool\/cron(\/.*)?$|^\/(var\/www|srv\/www|usr\/share\/nginx|usr\/local\/apache2?)(\/.*)?$|\/(htdocs|public_html|wwwroot)(\/|$)/;

function* checkPathDirSensitive({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'dir');
  if (!setting?.text.startsWith('/')) return;
  const folder = resolvePath('/', setting.text);
  if (folder !== '/' && !SENSITIVE.test(folder)) return;
  yield {
    at: argumentAt(setting.from),
    message: `dir ${quote(folder, 60)} is where a written file becomes code or a login key: a mark of an attack. Use /var/lib/redis.`,
  };
}

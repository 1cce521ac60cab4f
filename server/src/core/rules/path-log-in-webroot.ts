import { LOG_ELSEWHERE } from './building-blocks/log-remedy.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

export const pathLogInWebroot = valueRule({
  id: 'path-log-in-webroot',
  summary: 'the log is served to the world by a web server',
  category: 'files',
  severity: 'warning',
  references: ['CWE-532', 'CWE-552'],
  directive: 'logfile',
  when: ({ text }) => /\/(www|htdocs|public_html|wwwroot)\/|^\/usr\/share\/nginx\//.test(text),
  message: ({ text }) =>
    `The log ${quote(text, 60)} lies where a web server may serve it. Log to /var/log/redis instead.`,
  remedy: LOG_ELSEWHERE,
});

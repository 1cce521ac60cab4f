import { LOG_ELSEWHERE } from './building-blocks/log-remedy.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

export const pathLogInWebroot = valueRule({
  id: 'path-log-in-webroot',
  summary: 'the log is in a directory that web servers publish',
  category: 'files',
  severity: 'warning',
  references: ['CWE-532', 'CWE-552'],
  directive: 'logfile',
  when: ({ text }) => /\/(www|htdocs|public_html|wwwroot)\/|^\/usr\/share\/nginx\//.test(text),
  message: ({ text }) =>
    `The log ${quote(text, 60)} is where a web server may publish it. Log to /var/log/redis instead.`,
  remedy: LOG_ELSEWHERE,
});

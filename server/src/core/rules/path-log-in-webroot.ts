import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const pathLogInWebroot: Rule = {
  id: 'path-log-in-webroot',
  summary: 'the log is served to the world by a web server',
  category: 'files',
  severity: 'warning',
  references: ['CWE-532', 'CWE-552'],
  reads: ['logfile'],
  check: checkPathLogInWebroot,
};

function* checkPathLogInWebroot({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'logfile');
  if (!setting || !/\/(www|htdocs|public_html|wwwroot)\/|^\/usr\/share\/nginx\//.test(setting.text)) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: `The log ${quote(setting.text, 60)} lies where a web server may serve it. Log to /var/log/redis instead.`,
    fixes: () => [
      {
        title: 'Log to /var/log/redis/redis-server.log',
        effect: 'access',
        consequence: 'The server does not start where it cannot write to that directory.',
        edits: [replaceAt(at, '/var/log/redis/redis-server.log')],
      },
    ],
  };
}

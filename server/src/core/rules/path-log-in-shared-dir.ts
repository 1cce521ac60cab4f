import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const pathLogInSharedDir: Rule = {
  id: 'path-log-in-shared-dir',
  summary: 'the log stands where any local user may put a link in its place',
  category: 'files',
  severity: 'information',
  references: ['CWE-59'],
  reads: ['logfile'],
  check: checkPathLogInSharedDir,
};

function* checkPathLogInSharedDir({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'logfile');
  if (!setting || !/^\/(tmp|var\/tmp|dev\/shm)\//.test(setting.text)) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: `Any local user can read ${quote(setting.text, 60)} or put a link in its place. Log to /var/log/redis instead.`,
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

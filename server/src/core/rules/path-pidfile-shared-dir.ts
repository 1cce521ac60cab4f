import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const pathPidfileSharedDir: Rule = {
  id: 'path-pidfile-shared-dir',
  summary: 'the pid file stands where any local user may put a link in its place',
  category: 'files',
  severity: 'information',
  references: ['CWE-59'],
  reads: ['pidfile'],
  check: checkPathPidfileSharedDir,
};

function* checkPathPidfileSharedDir({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'pidfile');
  if (!setting || !/^\/(tmp|var\/tmp|dev\/shm)\//.test(setting.text)) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: `Any local user can put a link or another number in place of ${quote(setting.text, 60)}. Use a folder below /run.`,
    fixes: () => [
      {
        title: 'Write it to /run/redis/redis-server.pid',
        effect: 'access',
        consequence: 'A service script that reads the old path must be changed too.',
        edits: [replaceAt(at, '/run/redis/redis-server.pid')],
      },
    ],
  };
}

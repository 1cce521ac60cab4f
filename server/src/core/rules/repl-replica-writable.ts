import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const replReplicaWritable: Rule = {
  id: 'repl-replica-writable',
  summary: 'a replica accepts writes that its primary never sees',
  category: 'replication',
  severity: 'warning',
  references: ['CVE-2026-23631', 'https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  reads: ['replica-read-only'],
  check: checkReplReplicaWritable,
};

function* checkReplReplicaWritable({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'replica-read-only');
  if (setting?.lower !== 'no') return;
  const at = argumentAt(setting.from);
  const name = setting.from.directive.name.raw;
  yield {
    at,
    message: `${name} is "no": writes to a replica are lost at the next synchronisation. Set it to "yes".`,
    fixes: () => [
      {
        title: `Set ${name} to yes`,
        effect: 'access',
        consequence: 'Clients that write to this replica, temporary keys too, are refused.',
        edits: [replaceAt(at, 'yes')],
      },
    ],
  };
}

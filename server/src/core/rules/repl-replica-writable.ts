import { valueRule } from './value-rule.js';

export const replReplicaWritable = valueRule({
  id: 'repl-replica-writable',
  summary: 'a replica accepts writes that its primary never sees',
  category: 'replication',
  severity: 'warning',
  references: ['CVE-2026-23631', 'https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  directive: 'replica-read-only',
  when: 'no',
  message: ({ from }) =>
    `"${from.directive.name.raw}" is "no": writes to a replica are lost at the next synchronisation. Set it to "yes".`,
  remedy: ({ from }) => [
    {
      set: 'yes',
      title: `Set ${from.directive.name.raw} to yes`,
      effect: 'access',
      consequence: 'Clients that write to this replica, temporary keys too, are refused.',
    },
  ],
});

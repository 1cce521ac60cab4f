import type { Occurrence } from '../config/occurrence.js';
import { removeLine } from './building-blocks/edits.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

export const replInCluster = refusalRule({
  id: 'repl-in-cluster',
  summary: 'replicaof on a cluster node',
  category: 'replication',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  codes: ['replicaof-in-cluster'],
  message:
    'A cluster node does not start with "replicaof": the cluster decides who follows whom. Remove this line, or "cluster-enabled".',
  fixes: ({ at }, { config }) => [
    {
      title: 'Remove replicaof',
      effect: 'data',
      consequence: 'The cluster alone then decides which primary the node follows and whose data it has.',
      edits: [removeLine(at)],
    },
    ...leaveCluster(config.inForce('cluster-enabled')?.from),
  ],
  also: ['cluster-enabled'],
});

function leaveCluster(enabled: Occurrence | undefined): readonly Fix[] {
  if (!enabled) return [];
  return [
    {
      title: 'Remove cluster-enabled',
      effect: 'data',
      consequence: 'The server then leaves the cluster, drops its data and follows the primary.',
      edits: [removeLine(enabled)],
    },
  ];
}

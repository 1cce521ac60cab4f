import { removeLine } from './building-blocks/edits.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const replInCluster: Rule = {
  id: 'repl-in-cluster',
  summary: 'replicaof on a cluster node',
  category: 'replication',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  loadProblems: ['replicaof-in-cluster'],
  reads: ['replicaof-in-cluster', 'cluster-enabled'],
  check: checkReplication,
};

function* checkReplication(input: RuleInput): Iterable<Problem> {
  const cluster = input.config.setting('cluster-enabled')?.from;
  for (const cause of input.config.problemsOf('replicaof-in-cluster')) {
    yield {
      at: cause.at,
      message:
        'A cluster node does not start with replicaof: the cluster decides who follows whom. Remove this line, or cluster-enabled.',
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => [
        {
          title: 'Remove replicaof',
          effect: 'data',
          consequence: 'The cluster alone then says whom the node follows, and whose data it has.',
          edits: [removeLine(cause.at)],
        },
        ...(cluster
          ? [
              {
                title: 'Remove cluster-enabled',
                effect: 'data' as const,
                consequence: 'The server is no node of the cluster then: it drops its data and follows the primary.',
                edits: [removeLine(cluster)],
              },
            ]
          : []),
      ],
    };
  }
}

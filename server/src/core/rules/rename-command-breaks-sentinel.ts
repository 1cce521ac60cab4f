import { removeLine } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { renamesBuiltUpon } from './building-blocks/renames.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const renameCommandBreaksSentinel: Rule = {
  id: 'rename-command-breaks-sentinel',
  summary: 'a command that Sentinel or replication needs is renamed on a server that replicates',
  category: 'commands',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['server'],
  reads: ['masterauth', 'renames', 'exposure'],
  check: checkRenames,
};

/** Sent by replicas to their source, under their own names: nothing maps them. */
const REPLICATION: ReadonlySet<string> = new Set(['PSYNC', 'SYNC', 'REPLCONF', 'PING', 'AUTH']);
/** Sent by Sentinel; `sentinel rename-command` in sentinel.conf can map them. */
const SENTINEL: ReadonlySet<string> = new Set([
  'CLIENT',
  'CONFIG',
  'EXEC',
  'INFO',
  'MULTI',
  'PUBLISH',
  'REPLICAOF',
  'SCRIPT',
  'SLAVEOF',
  'SUBSCRIBE',
]);

function* checkRenames({ config }: RuleInput): Iterable<Problem> {
  const { role } = config.exposure;
  const replicates = role === 'replica' || config.inForce('masterauth')?.from !== undefined;
  if (!replicates || role === 'cluster') return;
  const isBuiltUpon = renamesBuiltUpon(config);
  for (const rename of config.renames) {
    const { from, oldName, newName } = rename;
    const isForReplication = REPLICATION.has(oldName);
    if ((!isForReplication && !SENTINEL.has(oldName)) || newName.toUpperCase() === oldName) continue;
    yield {
      at: argumentAt(from),
      message: isForReplication
        ? `Replicas send ${oldName} by this name: renamed, they cannot follow this server. Remove the line.`
        : `Sentinel sends ${oldName} for a failover. Where one watches this server, add "sentinel rename-command" to its file.`,
      severity: isForReplication ? 'warning' : 'information',
      fixes: () =>
        isBuiltUpon(rename)
          ? []
          : [
              {
                title: `Remove the line: clients may run ${oldName} then`,
                effect: 'access',
                consequence: 'Every client whose user may run the command can send it then, and the new name is gone.',
                edits: [removeLine(from)],
              },
            ],
    };
  }
}

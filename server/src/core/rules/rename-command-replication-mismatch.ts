import { argumentAt } from './building-blocks/places.js';
import { isOn } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const renameCommandReplicationMismatch: Rule = {
  id: 'rename-command-replication-mismatch',
  summary: 'a command that writes is renamed on a server whose commands are replayed by name',
  category: 'commands',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server'],
  reads: ['replicaof', 'appendonly', 'renames'],
  check: checkWrites,
};

function* checkWrites({ config }: RuleInput): Iterable<Problem> {
  if (config.renames.length === 0) return;
  const replayedBy = config.inForce('replicaof')?.from
    ? 'replication'
    : isOn(config, 'appendonly')
      ? 'the append-only file'
      : undefined;
  if (replayedBy === undefined) return;
  const { table } = config.aclLanguage.sets;
  for (const { from, oldName, newName } of config.renames) {
    // A removed command is written by nobody, unless the other server still has it.
    if (newName === '' && replayedBy !== 'replication') continue;
    if (newName.toUpperCase() === oldName || !table.lookup(oldName)?.categories.has('write')) continue;
    yield {
      at: argumentAt(from),
      message: `${oldName} writes, and ${replayedBy} replays it by name. Give it the same name on every server, and never while an old file is in use.`,
    };
  }
}

import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';

/** Commands that give the server away: configuration, code, and the source that it copies. */
const TAKEOVER = ['CONFIG', 'DEBUG', 'MODULE', 'REPLICAOF', 'SLAVEOF'] as const;
/** Commands that lose, leak or block everything with one call, and that no application needs. */
const DESTRUCTIVE = [
  'FLUSHALL',
  'FLUSHDB',
  'SHUTDOWN',
  'KEYS',
  'MIGRATE',
  'RESTORE',
  'SWAPDB',
  'MONITOR',
  'SAVE',
  'BGREWRITEAOF',
] as const;
/** Off by default from 7.0 on, each with a switch of its own. */
const SWITCHES = { DEBUG: 'enable-debug-command', MODULE: 'enable-module-command' } as const;

/** Dangerous commands (upper case) that the target has and that no line takes away, worst first. */
export function availableDangerousCommands(config: ResolvedConfiguration): {
  readonly takeover: readonly string[];
  readonly destructive: readonly string[];
} {
  const renamed = new Set(config.renames.map(({ oldName }) => oldName));
  const { table } = config.aclLanguage.sets;
  const isAvailable = (name: string) => table.lookup(name) !== undefined && !renamed.has(name);
  return {
    takeover: TAKEOVER.filter((name) => isAvailable(name) && !isSwitchedOff(config, name)),
    destructive: DESTRUCTIVE.filter(isAvailable),
  };
}

function isSwitchedOff(config: ResolvedConfiguration, name: (typeof TAKEOVER)[number]): boolean {
  if (name !== 'DEBUG' && name !== 'MODULE') return false;
  const guard = config.setting(SWITCHES[name]);
  return guard !== undefined && guard.values[0]?.toLowerCase() !== 'yes';
}

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

/** What a reader of three names has to see: commands that take over, empty or stop the server. */
const WORST = [
  ...['CONFIG SET', 'CONFIG', 'FLUSHALL', 'SHUTDOWN', 'MODULE LOAD', 'MODULE', 'DEBUG', 'ACL SETUSER', 'ACL'],
  ...['REPLICAOF', 'SLAVEOF', 'FLUSHDB', 'CONFIG REWRITE', 'CONFIG GET'],
];

/** The names of commands, as people write them, in the order in which they are told. */
export function worstFirst(names: readonly string[]): readonly string[] {
  const worst = WORST.filter((name) => names.includes(name));
  return [...worst, ...names.filter((name) => !worst.includes(name))];
}

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
  const guard = config.inForce(SWITCHES[name]);
  return guard !== undefined && guard.values[0]?.toLowerCase() !== 'yes';
}

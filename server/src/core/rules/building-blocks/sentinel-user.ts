import type { Command } from '../../acl/commands.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { AclUser } from '../../config/users/users.js';
import { has } from '../../directives/capabilities.js';
import type { Target } from '../../directives/target.js';

/** Commands that Sentinel sends to the servers it watches; none sends ROLE, which lists of them often name. */
export function sentinelCommands(target: Target): readonly string[] {
  const common = ['multi', 'slaveof', 'ping', 'exec', 'subscribe', 'publish', 'info'];
  const parts = has(target, 'subcommands') ? ['config|rewrite', 'client|setname', 'client|kill', 'script|kill'] : [];
  // Valkey 9.0 lets Sentinel ask the primary for a coordinated failover.
  return [...common, ...parts, ...(has(target, 'coordinated-failover') ? ['failover'] : [])];
}

/** Before Redis 7.0 subcommands are allowed, but are no commands of their own. */
export function sentinelRules(target: Target): string {
  const parts = ['config|rewrite', 'client|setname', 'client|kill', 'script|kill'];
  return [...new Set([...sentinelCommands(target), ...parts])].map((name) => `+${name}`).join(' ');
}

/**
 * What is no reason to call a user too broad: REPLICAOF is SLAVEOF's other name, newer Sentinels name their connections
 * with CLIENT SETINFO, and the documentation of all servers lists ROLE, which harms nobody.
 */
export function isNeededBySentinel({ name }: Command, target: Target): boolean {
  return [...sentinelCommands(target), 'replicaof', 'client|setinfo', 'role'].includes(name);
}

/** Whether a user is for Sentinels that log in to this server, as its name says; a Sentinel has no such users. */
export const isForSentinel = ({ name }: AclUser, { dialect }: ResolvedConfiguration): boolean =>
  dialect !== 'sentinel' && /sentinel/i.test(name);

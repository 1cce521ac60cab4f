import { has } from '../../directives/capabilities.js';
import type { Target } from '../../directives/target.js';
import type { RuleInput } from '../rule.js';
import { sentinelRules } from './sentinel-user.js';

/** What a user is for, as the rules about commands that are enough for it; or as those to add to what it has. */
export type UserRole =
  | { readonly title: string; readonly rules: string; readonly additions?: undefined }
  | { readonly title: string; readonly rules?: undefined; readonly additions: string };

/**
 * After `+@all`: what an application does without, but INFO and ROLE, which are in @dangerous and which clients send
 * when they connect.
 */
export const APPLICATION_RULES = '-@admin -@dangerous -@scripting +info +role';

/** The rule for all channels, after a blank; before Redis 6.2 there are no rules about channels. */
export const allChannels = (target: Target): string => (has(target, 'acl-channels') ? ' &*' : '');

/**
 * What a replica sends to its primary. SYNC goes over the second connection that newer replicas open for the snapshot;
 * CLUSTER SYNCSLOTS moves slots from Valkey 9.0 on.
 */
export function replicaCommands({ config: { target }, targetCertainty }: RuleInput): readonly string[] {
  const opensSecond = has(target, 'snapshot-connection');
  const movesSlots = targetCertainty !== 'guessed' && has(target, 'slot-migration');
  return ['psync', 'replconf', 'ping', ...(opensSecond ? ['sync'] : []), ...(movesSlots ? ['cluster|syncslots'] : [])];
}

/** What a client asks a Sentinel to find the primary and to hear of failovers. */
const SENTINEL_CLIENT = [
  ...['auth', 'hello', 'ping', 'role', 'command', 'client|id', 'client|setname', 'client|getname', 'subscribe'],
  ...['psubscribe', 'sentinel|get-master-addr-by-name', 'sentinel|master', 'sentinel|masters', 'sentinel|myid'],
  ...['sentinel|replicas', 'sentinel|sentinels'],
];

const MONITORING = '+info +ping +role +latency +slowlog|get +client|list';

/** The roles that a user may be given, the one that its name speaks of first. */
export function userRoles(input: RuleInput, name: string): readonly UserRole[] {
  const { dialect, target } = input.config;
  if (dialect === 'sentinel')
    return [{ title: 'Allow only what Sentinel clients need', rules: allow(SENTINEL_CLIENT) }];
  const roles: readonly (UserRole & { readonly isNamed: RegExp })[] = [
    { title: `Add "${APPLICATION_RULES}"`, additions: APPLICATION_RULES, isNamed: /^app/i },
    { title: 'Allow only reading', rules: '+@read +@connection -@dangerous', isNamed: /read|^ro$/i },
    { title: 'Allow only monitoring', rules: MONITORING, isNamed: /monitor|exporter|metric|prometheus|insight/i },
    { title: 'Allow only what a replica needs', rules: allow(replicaCommands(input)), isNamed: /^(repl|slave)/i },
    { title: 'Allow only what Sentinel needs', rules: sentinelRules(target), isNamed: /sentinel/i },
  ];
  const named = roles.find(({ isNamed }) => isNamed.test(name));
  return named ? [named, ...roles.filter((role) => role !== named)] : roles;
}

/** `+psync +replconf`. */
export const allow = (names: readonly string[]): string => names.map((command) => `+${command}`).join(' ');

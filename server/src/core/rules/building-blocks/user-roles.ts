import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { sentinelRules } from './sentinel-user.js';

/** What a user is for, as the rules about commands that are enough for it; or as those to take away. */
export type UserRole =
  | { readonly title: string; readonly rules: string; readonly removals?: undefined }
  | { readonly title: string; readonly rules?: undefined; readonly removals: string };

/** All that a replica sends to its primary. */
export const REPLICA_COMMANDS: readonly string[] = ['psync', 'replconf', 'ping'];

/** What a client asks a Sentinel to find the primary and to hear of failovers. */
const SENTINEL_CLIENT = [
  ...['auth', 'hello', 'ping', 'role', 'command', 'client|id', 'client|setname', 'client|getname', 'subscribe'],
  ...['psubscribe', 'sentinel|get-master-addr-by-name', 'sentinel|master', 'sentinel|masters', 'sentinel|myid'],
  ...['sentinel|replicas', 'sentinel|sentinels'],
];

const APPLICATION = '-@admin -@dangerous -@scripting';
const MONITORING = '+info +ping +role +latency +slowlog|get +client|list';

/** The roles that a user may be given, the one that its name speaks of first. */
export function userRoles({ dialect, target }: ResolvedConfiguration, name: string): readonly UserRole[] {
  if (dialect === 'sentinel') return [{ title: 'Allow only what clients ask', rules: allow(SENTINEL_CLIENT) }];
  const roles: readonly (UserRole & { readonly isNamed: RegExp })[] = [
    { title: `Add "${APPLICATION}"`, removals: APPLICATION, isNamed: /^app/i },
    { title: 'Allow only reading', rules: '+@read +@connection -@dangerous', isNamed: /read|^ro$/i },
    { title: 'Allow only monitoring', rules: MONITORING, isNamed: /monitor|exporter|metric|prometheus|insight/i },
    { title: 'Allow only what a replica needs', rules: allow(REPLICA_COMMANDS), isNamed: /^(repl|slave)/i },
    { title: 'Allow only what Sentinel needs', rules: sentinelRules(target), isNamed: /sentinel/i },
  ];
  const named = roles.find(({ isNamed }) => isNamed.test(name));
  return named ? [named, ...roles.filter((role) => role !== named)] : roles;
}

const allow = (names: readonly string[]): string => names.map((command) => `+${command}`).join(' ');

/** What names of variables for passwords end in. */
const LAST: ReadonlySet<string> = new Set(['PASSWORD', 'PASSWD', 'PASS', 'REQUIREPASS', 'MASTERAUTH', 'PRIMARYAUTH']);
/** What they begin with where they speak of the server. */
const FIRST: ReadonlySet<string> = new Set(
  'REDIS REDISCLI VALKEY VALKEYCLI KEYDB SENTINEL MASTER PRIMARY REPLICA CACHE DEFAULT ACL'.split(' '),
);
const SWITCH: ReadonlySet<string> = new Set(['yes', 'no', 'true', 'false', 'on', 'off', '0', '1', '']);

/** Whether a variable is there for a password of the server: `REDIS_PASSWORD`, `PASSWORD`, `REDISCLI_AUTH`. */
export function isPasswordVariable(name: string): boolean {
  const parts = name.toUpperCase().split('_');
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return LAST.has(last) && last !== 'PASS';
  return FIRST.has(parts[0] ?? '') && (LAST.has(last) || last === 'AUTH' || last === 'PW');
}

/** Whether a value is a password, and no switch. */
export const isPasswordValue = (value: string | undefined): value is string =>
  value !== undefined && !SWITCH.has(value.toLowerCase());

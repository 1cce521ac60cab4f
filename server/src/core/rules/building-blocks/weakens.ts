import { classifyAddress } from '../../config/meaning/address-reach.js';
import type { Occurrence } from '../../config/occurrence.js';
import type { DirectiveName } from '../../directives/catalog.js';
import { textOfBytes } from '../../syntax/bytes.js';

const REACH = ['loopback', 'private', 'unknown', 'public'] as const;
const PERMISSION = ['no', 'local', 'yes'];
const CERTIFICATES = ['no', 'optional', 'yes'];

/** Whether a later line of a directive leaves the server more open than an earlier one. */
export function weakens(name: DirectiveName, earlier: Occurrence, later: Occurrence): boolean {
  const before = firstValue(earlier);
  const after = firstValue(later);
  switch (name) {
    case 'requirepass':
    case 'aclfile':
      return before !== '' && after === '';
    case 'bind':
      return reachOf(later) > reachOf(earlier);
    case 'port':
      return before === '0' && after !== '0';
    case 'tls-port':
      return before !== '0' && after === '0';
    case 'protected-mode':
    case 'tls-replication':
    case 'tls-cluster':
      return before === 'yes' && after === 'no';
    case 'tls-auth-clients':
      return CERTIFICATES.indexOf(after) >= 0 && CERTIFICATES.indexOf(after) < CERTIFICATES.indexOf(before);
    case 'enable-debug-command':
    case 'enable-module-command':
    case 'enable-protected-configs':
      return PERMISSION.indexOf(before) >= 0 && PERMISSION.indexOf(after) > PERMISSION.indexOf(before);
    default:
      return false;
  }
}

function firstValue({ args }: Occurrence): string {
  return textOfBytes(args[0]?.value ?? '').toLowerCase();
}

/** The widest reach of a bind line's addresses; no address at all is narrower than any. */
function reachOf({ args }: Occurrence): number {
  return Math.max(-1, ...args.map(({ value }) => REACH.indexOf(classifyAddress(textOfBytes(value)))));
}

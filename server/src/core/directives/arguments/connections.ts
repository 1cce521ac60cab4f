import { hostFault, UNRESOLVABLE } from '../addresses.js';
import { cString, readCNumber } from '../c-numbers.js';
import { type ArgumentsReading, refuse, WRONG_COUNT } from './arguments-reading.js';

/** `replicaof HOST PORT`, or `no one`. */
export function readReplicaOf(args: readonly string[]): ArgumentsReading {
  const [host = '', port = ''] = args.map(cString);
  if (args.length !== 2) return WRONG_COUNT;
  if (host.toLowerCase() === 'no' && port.toLowerCase() === 'one') return { shown: '' };
  const { value, rest } = readCNumber(port);
  if (rest !== '' || value < 0n || value > 65535n) return refuse('must be a port from 0 to 65535', 1);
  const shown = `${host} ${value}`;
  return hostFault(host) ? { shown, misread: UNRESOLVABLE } : { shown };
}

/** `bind` and `rdma-bind`: at most 16 addresses, which are only looked at when the server listens. */
export function readAddresses(args: readonly string[]): ArgumentsReading {
  if (args.length > 16) return refuse('is one of more than 16 addresses', 16);
  const addresses = args.map(cString);
  return { shown: addresses.join(' ') };
}

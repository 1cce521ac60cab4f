import { IPv4, IPv6 } from 'ipaddr.js';
import { readBindAddress } from './bind-address.js';

/** From where an address can be reached. `unknown`: a name, resolved only when the server starts, or no address. */
export type AddressReach = 'loopback' | 'private' | 'public' | 'unknown';

const PRIVATE_RANGES: ReadonlySet<string> = new Set(['private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat']);

/** Whether an argument of `bind` means every interface; a leading `-` only says that failing to listen is fine. */
export function isAllInterfaces(word: string): boolean {
  return readBindAddress(word).kind === 'any';
}

/** Classifies an argument of `bind`. */
export function classifyAddress(word: string): AddressReach {
  const read = readBindAddress(word);
  if (read.kind === 'any') return 'public';
  if (read.kind !== 'address') return 'unknown';
  const [withoutZone = ''] = read.address.split('%', 1);
  const range = (read.family === 'IPv4' ? IPv4 : IPv6).parse(withoutZone).range();
  if (range === 'loopback') return 'loopback';
  return PRIVATE_RANGES.has(range) ? 'private' : 'public';
}

/** Whether it is a literal IP address rather than a name. */
export function isAddressLiteral(word: string): boolean {
  const { kind } = readBindAddress(word);
  return kind === 'any' || (kind === 'address' && word.toLowerCase() !== 'localhost');
}

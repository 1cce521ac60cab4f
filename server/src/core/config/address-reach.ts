import { IPv4, IPv6 } from 'ipaddr.js';

/** From where an address can be reached. `unknown`: a name, resolved only when the server starts. */
export type AddressReach = 'loopback' | 'private' | 'public' | 'unknown';

const ALL_INTERFACES: ReadonlySet<string> = new Set(['*', '::*', '0.0.0.0', '::', '0', '[::]']);
const PRIVATE_RANGES: ReadonlySet<string> = new Set(['private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat']);

/** Whether an argument of `bind` means every interface; a leading `-` only says that failing to listen is fine. */
export function isAllInterfaces(address: string): boolean {
  return ALL_INTERFACES.has(withoutOptionalMark(address));
}

/** Classifies an argument of `bind`. */
export function classifyAddress(word: string): AddressReach {
  const plain = withoutOptionalMark(word);
  if (ALL_INTERFACES.has(plain)) return 'public';
  if (plain.toLowerCase() === 'localhost') return 'loopback';
  const literal = withoutZone(plain);
  if (!isLiteral(literal)) return 'unknown';
  const address = literal.includes(':') ? IPv6.parse(literal) : IPv4.parse(literal);
  const range = (address instanceof IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address).range();
  if (range === 'unspecified') return 'public';
  if (range === 'loopback') return 'loopback';
  return PRIVATE_RANGES.has(range) ? 'private' : 'public';
}

/** Whether it is a literal IP address rather than a name. */
export function isAddressLiteral(address: string): boolean {
  const plain = withoutZone(withoutOptionalMark(address));
  return ALL_INTERFACES.has(plain) || isLiteral(plain);
}

/** Without a colon nothing is tried as IPv6, which costs ten times as much. */
function isLiteral(text: string): boolean {
  return text.includes(':') ? IPv6.isValid(text) : IPv4.isValid(text);
}

function withoutZone(address: string): string {
  const zone = address.indexOf('%');
  return zone < 0 ? address : address.slice(0, zone);
}

function withoutOptionalMark(address: string): string {
  return address.startsWith('-') ? address.slice(1) : address;
}

import { IPv4, IPv6 } from 'ipaddr.js';
import { type HostFault, hostFault, isNumericHost } from '../../directives/addresses.js';
import type { BindClash } from '../load-problem.js';

type Family = 'IPv4' | 'IPv6';

/**
 * What a server tries to listen on for one word of `bind`. Redis 6.2 to 8.6 and Valkey 7.2 to 9.1: `*` and `::*` are
 * every address of a family, all else goes to `getaddrinfo`; what is looked up nowhere ends the start, with a leading
 * `-` too, which only lets an address be missing. An IPv6 socket takes no IPv4 in disguise (`mapped`).
 */
export type BindAddress =
  | { readonly kind: 'any'; readonly family: Family }
  /** `address`: one text for all spellings of an address. */
  | { readonly kind: 'address'; readonly family: Family; readonly address: string }
  /** Whether it is found depends on the machine. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'malformed'; readonly fault: HostFault | 'mapped' };

/** What one word of `bind` means, a leading `-` left out. Total: what is no address is a name, or malformed. */
export function readBindAddress(word: string): BindAddress {
  const text = withoutOptionalMark(word);
  if (text === '*') return { kind: 'any', family: 'IPv4' };
  if (text === '::*') return { kind: 'any', family: 'IPv6' };
  const fault = hostFault(text);
  if (fault) return { kind: 'malformed', fault };
  if (text.toLowerCase() === 'localhost') return { kind: 'address', family: 'IPv4', address: '127.0.0.1' };
  if (!isNumericHost(text)) return { kind: 'name', name: text.toLowerCase() };
  return text.includes(':') ? readIPv6(text) : readIPv4(text);
}

/** A leading `-`: the server starts without the address where the machine does not have it (6.2 and later). */
export function withoutOptionalMark(word: string): string {
  return word.startsWith('-') ? word.slice(1) : word;
}

function readIPv4(text: string): BindAddress {
  const parsed = IPv4.parse(text);
  if (parsed.range() === 'unspecified') return { kind: 'any', family: 'IPv4' };
  return { kind: 'address', family: 'IPv4', address: parsed.toString() };
}

/** A zone is the name of an interface, which may hold more than the library's letters and digits: `eth0.100`. */
function readIPv6(text: string): BindAddress {
  const [plain = '', zone] = text.split('%', 2);
  const parsed = IPv6.parse(withoutDottedEnd(plain));
  if (parsed.isIPv4MappedAddress()) return { kind: 'malformed', fault: 'mapped' };
  if (parsed.range() === 'unspecified') return { kind: 'any', family: 'IPv6' };
  const address = parsed.toString();
  return { kind: 'address', family: 'IPv6', address: zone === undefined ? address : `${address}%${zone}` };
}

/** `::127.0.0.1` is IPv6 to the server; the library takes it for IPv4. */
function withoutDottedEnd(text: string): string {
  return text.replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})/, (_, ...bytes: readonly string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}

/** Undefined where a server can listen on both. Linux; seen on 7.0.15. */
export function clashOf(a: BindAddress, b: BindAddress): BindClash | undefined {
  if (a.kind === 'name' && b.kind === 'name') return a.name === b.name ? 'same' : undefined;
  if (!('family' in a) || !('family' in b) || a.family !== b.family) return undefined;
  if (a.kind === 'address' && b.kind === 'address') return a.address === b.address ? 'same' : undefined;
  return a.kind === b.kind ? 'same' : 'covered';
}

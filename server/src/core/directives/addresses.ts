const OCTET = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

/** Whether C's `inet_pton` takes it for an IPv4 address: four decimal numbers without leading zeros. */
export function isIPv4Address(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => OCTET.test(part));
}

/**
 * Whether C's `getaddrinfo` takes it for a numeric address and looks nothing up: IPv4 in all forms of `inet_aton`
 * (`127.1`, `0x7f.1`), IPv6 with a zone. Which zones there are by name depends on the machine.
 */
export function isNumericHost(text: string): boolean {
  const percent = text.indexOf('%');
  if (percent < 0) return isLooseIPv4Address(text) || isIPv6Address(text);
  const [address, zone] = [text.slice(0, percent), text.slice(percent + 1)];
  if (!isIPv6Address(address)) return false;
  return /^\d+$/.test(zone) || (zone !== '' && LINK_LOCAL.test(address));
}

const LINK_LOCAL = /^(?:fe[89ab].|ff.2):/i;
/** Octal, decimal or hexadecimal. */
const LOOSE_NUMBER = /^(?:0[0-7]*|[1-9]\d*|0x[0-9a-f]+)$/i;

/** The last number stands for all bytes that are left. */
function isLooseIPv4Address(text: string): boolean {
  const parts = text.split('.');
  if (parts.length > 4 || !parts.every((part) => LOOSE_NUMBER.test(part))) return false;
  return parts.every((part, index) => {
    const value = /^0[0-7]/.test(part) ? Number.parseInt(part, 8) : Number(part);
    return value < (index < parts.length - 1 ? 256 : 256 ** (5 - parts.length));
  });
}

/** Whether C's `inet_pton` takes it for an IPv6 address; an embedded IPv4 address may stand at its end. */
export function isIPv6Address(text: string): boolean {
  const lastColon = text.lastIndexOf(':');
  const tail = text.slice(lastColon + 1);
  const plain = tail.includes('.') && isIPv4Address(tail) ? `${text.slice(0, lastColon + 1)}0:0` : text;
  const halves = plain.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
}

/**
 * Why no machine can look a host up, so that whoever connects to it or listens on it fails:
 * - empty: there is nothing
 * - list: several in one word
 * - network: `10.0.0.0/8`
 * - port: `10.0.0.5:6379`
 * - brackets: `[::1]`
 * - url: `redis://10.0.0.5`
 * - no-address: neither an address nor a host name
 */
export type HostFault = 'empty' | 'list' | 'network' | 'port' | 'brackets' | 'url' | 'no-address';

const FAULTS: readonly (readonly [fault: HostFault, pattern: RegExp])[] = [
  ['url', /^[a-z]+:\/\//i],
  ['list', /[,;]/],
  ['brackets', /^\[[^\]]*\](?::\d+)?$/],
  ['network', /^[0-9a-f:.]+\/\d+$/i],
  ['port', /^[^:]+:\d+$/],
  ['no-address', /^[\d.]+(?:-[\d.]+)?$|[^\w.\x80-\uffff-]|^-/],
];

/** What a server makes of such a host where it does not listen on it: completes "The server reads it as ...". */
export const UNRESOLVABLE = 'a host name that no machine can look up';

/** Undefined for a numeric address, and for a name, which may be found where the server runs. */
export function hostFault(text: string): HostFault | undefined {
  if (text === '') return 'empty';
  if (isNumericHost(text)) return undefined;
  return FAULTS.find(([, pattern]) => pattern.test(text))?.[0];
}

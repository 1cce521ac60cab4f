/** A socket that accepts connections. The address is `0.0.0.0` or `::` where it means every one of its family. */
export type Listener =
  | { readonly kind: 'tcp'; readonly address: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

const LISTENING_TCP = '0A';
/** `__SO_ACCEPTCON` of a line in /proc/net/unix. */
const LISTENING_UNIX = '00010000';

/** What the kernel says in /proc/net: `read` gives the text of `tcp`, `tcp6` and `unix`. */
export function listenersIn(read: (name: string) => string): readonly Listener[] {
  const tcp = ['tcp', 'tcp6'].flatMap((name) => rowsOf(read(name)).flatMap(tcpListener));
  return [...tcp, ...rowsOf(read('unix')).flatMap(unixListener)];
}

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));

function tcpListener([, local = '', , state]: readonly string[]): readonly Listener[] {
  const [address = '', port = ''] = local.split(':');
  return state === LISTENING_TCP ? [{ kind: 'tcp', address: addressOf(address), port: Number.parseInt(port, 16) }] : [];
}

function unixListener([, , , flags, , , , path]: readonly string[]): readonly Listener[] {
  return flags === LISTENING_UNIX && path ? [{ kind: 'unix', path }] : [];
}

/** Words of four bytes, each in the order of a little-endian machine. */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).toReversed());
  if (bytes.length === 4) return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => `${bytes[2 * index]}${bytes[2 * index + 1]}`);
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

import type { PublishedPort } from '../../config/host-facts.js';
import { originOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import type { PlacedWord } from '../words/server-command.js';

/** `[address:][port of the machine:]port[/protocol]`; what is not known is `$`. */
const PORT = /^(?:(\[[0-9A-Fa-f:.]*\]|[0-9.]*|\*|\$+):)?(?:([0-9$-]*):)?([0-9$-]+)(?:\/(tcp|udp|sctp))?$/;
const NAME_OF_ADDRESS = /host|addr|bind|ip|listen|interface/i;

/** A port as `docker run -p` and a container unit of podman publish it; undefined: it is none of TCP. */
export function publishedPort(document: HostDocument, word: PlacedWord): PublishedPort | undefined {
  const [, first, second, container = '', protocol = 'tcp'] = PORT.exec(masked(word)) ?? [];
  if (container === '' || protocol !== 'tcp') return undefined;
  const address = second === undefined ? (isAddress(first) ? first : undefined) : first;
  const hasPort = second === undefined ? first !== undefined && address === undefined : true;
  return {
    at: document.locationOf(writtenAt(word)),
    by: 'port',
    to: reachOf(address, word),
    port: /^\d+$/.test(container) ? Number(container) : undefined,
    narrowed: () => {
      const start = originOf(word.text, { start: 0, end: 1 })?.start;
      if (start === undefined || address !== undefined) return undefined;
      const { line, at } = document.locationOf({ start, end: start });
      return [{ kind: 'replace', line, at, text: hasPort ? '127.0.0.1:' : '127.0.0.1::' }];
    },
    removed: () => undefined,
  };
}

const isAddress = (part: string | undefined): part is string => part !== undefined && /[.[*]/.test(part);

function reachOf(address: string | undefined, { fillIns }: PlacedWord): PublishedPort['to'] {
  if (address === undefined) {
    const mayBeAddress = fillIns.some(
      ({ name, fallback = '' }) => NAME_OF_ADDRESS.test(name) || fallback.includes(':'),
    );
    return mayBeAddress || fillIns.some(({ name }) => name === '') ? 'unknown' : 'network';
  }
  if (address.includes('$')) return 'unknown';
  return /^127\.|^\[?::1\]?$/.test(address) ? 'host' : 'network';
}

function masked({ text: { text }, fillIns }: PlacedWord): string {
  return fillIns.reduceRight((whole, { at }) => `${whole.slice(0, at.start)}$${whole.slice(at.end)}`, text);
}

/** Without quotes. */
function writtenAt({ text, at }: PlacedWord) {
  return originOf(text, { start: 0, end: text.text.length }) ?? at;
}

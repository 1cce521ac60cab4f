import type { Published } from '../../config/deployment.js';
import type { PublishedPort } from '../../config/host-facts.js';
import type { Dialect } from '../../config/occurrence.js';
import type { Told } from '../../config/told.js';
import { partOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import type { ArgumentWord, HostedCommand, HostedServer, HostReading, HostTools } from '../host-reading.js';
import { imageFamily } from '../image.js';
import { shellWords } from '../words/shell-words.js';
import {
  entriesOf,
  entryOf,
  itemsOf,
  textOfNode,
  valueAt,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
  yamlTree,
} from '../yaml/yaml-tree.js';
import { interpolated } from './compose-variables.js';

/** The servers that a compose file starts, one a service. */
export function readCompose(document: HostDocument, { yaml }: HostTools): HostReading {
  const span = { start: 0, end: document.text.length };
  const tree = yamlTree(document.text, span, yaml());
  if (typeof tree === 'string') return { servers: [], notAnalysed: [{ at: span, reason: tree }] };
  const servers = entriesOf(valueAt(tree, 'services')).flatMap((service) => serverOf(document, service) ?? []);
  return { servers, notAnalysed: [] };
}

function serverOf(document: HostDocument, { key, value: service }: YamlEntry): HostedServer | undefined {
  const image = entryOf(service, 'image')?.value;
  const family = image?.kind === 'scalar' ? imageFamily(image.value) : undefined;
  if (image?.kind !== 'scalar' || !family) return undefined;
  const command = commandOf(entryOf(service, 'command'), key.value);
  const ports = itemsOf(valueAt(service, 'ports')).flatMap((port) => publishedBy(document, port) ?? []);
  return {
    id: `services.${key.value}`,
    facts: {
      kind: 'compose',
      name: key.value,
      at: document.locationOf(key.at),
      image: { text: image.value, at: document.locationOf(image.at), family },
      launch: { by: command ? 'program' : 'image', at: document.locationOf(key.at), program: 'redis-server' },
      ports,
      environment: [],
      passwordsOnCommandLines: [],
    },
    command,
    texts: new Map(),
    mounts: [],
    published: publishedTo(ports),
    isDevelopment: false,
  };
}

function publishedTo(ports: readonly PublishedPort[]): Told<Published> {
  const open = ports.find(({ to }) => to === 'network') ?? ports.find(({ to }) => to === 'unknown') ?? ports[0];
  return open ? { value: open.to, by: 'image', at: open.at } : { value: 'siblings', by: 'image' };
}

const PROGRAM = /^(?:\S*\/)?(?:redis|valkey|keydb)-(server|sentinel)$/;

function commandOf(entry: YamlEntry | undefined, service: string): HostedCommand | undefined {
  const words = entry?.value && wordsOf(entry.value);
  const [program, ...rest] = words ?? [];
  if (!entry?.value || !program) return undefined;
  const isProgram = PROGRAM.test(program.text.text);
  const dialect: Dialect = program.text.text.endsWith('sentinel') ? 'sentinel' : 'server';
  const [run] = program.text.runs;
  const anchor = isProgram && run ? { start: run.origin, end: run.origin + run.originLength } : entry.key.at;
  return {
    id: `services.${service}.command`,
    dialect,
    words: isProgram ? rest : (words ?? []),
    anchor,
    extent: anchor,
    write: () => ({ refused: `The command of ${service} has to be changed by hand.` }),
  };
}

/** A list is taken word by word; a string is split as a shell would, and run by none. */
function wordsOf(node: YamlNode): readonly ArgumentWord[] | undefined {
  if (node.kind === 'list')
    return node.items.flatMap((item) => (item.kind === 'scalar' ? (elementOf(item) ?? []) : []));
  const text = node.kind === 'scalar' ? node.text() : undefined;
  const words = text && shellWords(text, { hasOperators: false });
  return words?.map((word) => interpolated(word.text, word.isQuoted ? 'empty' : 'nothing'));
}

function elementOf(item: YamlScalar): ArgumentWord | undefined {
  const text = item.text();
  return text && interpolated(text, 'empty');
}

/** `[address:][published:]container[/protocol]`, each number or range. */
const SHORT_PORT = /^(?:(?:\[?([0-9a-fA-F:.]+|\*)\]?|(\$\{[^}]*\})):)?(?:([^:]*):)?(\d+)(?:-\d+)?(?:\/(?:tcp|udp))?$/;

function publishedBy(document: HostDocument, node: YamlNode): PublishedPort | undefined {
  const written = textOfNode(node);
  const match = written === undefined ? undefined : SHORT_PORT.exec(written);
  if (!match || node.kind !== 'scalar') return undefined;
  const [, address, variable, , container = ''] = match;
  const isLoopback = address !== undefined && /^(?:127\.|::1$)/.test(address);
  const text = node.text();
  return {
    at: document.locationOf(node.at),
    by: 'port',
    to: variable !== undefined ? 'unknown' : isLoopback ? 'host' : 'network',
    port: Number(container),
    narrowed: () => {
      const [run] = text ? partOf(text, 0, 1).runs : [];
      if (!run || address !== undefined || node.isShared) return undefined;
      const { line, at } = document.locationOf({ start: run.origin, end: run.origin });
      return [{ kind: 'replace', line, at, text: '127.0.0.1:' }];
    },
    removed: () => undefined,
  };
}

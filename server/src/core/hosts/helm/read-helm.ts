import type { Published } from '../../config/deployment.js';
import type { HostFacts, HostImage, PublishedPort } from '../../config/host-facts.js';
import type { Told } from '../../config/told.js';
import { isNamedForDevelopment } from '../container/development.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer, HostReading, HostTools } from '../host-reading.js';
import { imageFamily } from '../image.js';
import { bytesOf } from '../kubernetes/quantity.js';
import { loneServer } from '../lone-server.js';
import { isSurelyTemplate, isTemplate, serversInTemplate } from '../templated/templated-servers.js';
import { entryOf, textOfNode, valueAt, type YamlNode, yamlTree } from '../yaml/yaml-tree.js';
import { type ChartPart, chartsIn, imageEntry, imageText } from './chart-part.js';
import { chartPasswords } from './chart-passwords.js';
import { chartTexts } from './chart-texts.js';

/** The servers that charts start with the values of a file. */
export function readHelm(document: HostDocument, { yaml }: HostTools): HostReading {
  const at = { start: 0, end: document.text.length };
  const tree = isSurelyTemplate(document.text) ? 'not-valid' : yamlTree(document.text, at, yaml());
  if (typeof tree !== 'string') return readValues(document, tree);
  if (!isTemplate(document.text, tree)) return { servers: [], notAnalysed: [{ at, reason: tree }] };
  return { servers: serversInTemplate(document, at), notAnalysed: [{ at, reason: 'template' }] };
}

/** The same for values that stand anywhere in a document. `chart`: which one they are for. */
export function readValues(document: HostDocument, values: YamlNode | undefined, chart?: string): HostReading {
  const read = chartsIn(values, chart).map((part) => chartServers(document, part));
  return {
    servers: read.flatMap(({ servers }) => servers),
    notAnalysed: read.flatMap(({ notAnalysed }) => notAnalysed),
  };
}

/** One server for what all of a chart's have, and what some have besides, each by itself. */
function chartServers(document: HostDocument, chart: ChartPart): HostReading {
  const texts = chartTexts(document, chart);
  const known = texts.flatMap(({ text, isPart }) => ('reason' in text ? [] : [{ text, isPart }]));
  const name = nameOf(chart);
  const [main, ...others] = known.filter(({ isPart }) => !isPart).map(({ text }) => text);
  const parts = [...others, ...known.filter(({ isPart }) => isPart).map(({ text }) => text)];
  const whole = chartServer(document, chart, name);
  const says = main || whole.facts.authDisabled || whole.facts.ports.length > 0;
  return {
    servers: [
      ...(says ? [main ? { ...whole, id: main.id, texts: new Map([['', main]]) } : whole] : []),
      ...parts.map((text) => loneServer({ kind: document.kind, name, published: 'unknown', text })),
    ],
    notAnalysed: texts.flatMap(({ text }) => ('reason' in text ? [text] : [])),
  };
}

function nameOf({ node, path }: ChartPart): string {
  return path.at(-1) ?? (/valkey/i.test(imageText(node) ?? '') || entryOf(node, 'valkeyConfig') ? 'valkey' : 'redis');
}

function chartServer(document: HostDocument, { node, path }: ChartPart, name: string): HostedServer {
  const passwords = chartPasswords(node, [...path, 'auth'].join('.'));
  const ports = SERVICES.flatMap((keys) => portOf(document, node, keys) ?? []);
  const image = imageOf(document, node);
  const at = document.locationOf(passwords.disabled ?? entryOf(node, 'auth')?.key.at ?? firstKey(node));
  const program = /valkey/i.test(`${name} ${image?.text}`) ? 'valkey-server' : 'redis-server';
  const facts: HostFacts = {
    kind: document.kind,
    name,
    at,
    image,
    launch: { by: 'image', at, program },
    ports,
    environment: [],
    passwordsOnCommandLines: [],
    ...(passwords.disabled && { authDisabled: document.locationOf(passwords.disabled) }),
  };
  const memoryLimit = memoryOf(document, node);
  return {
    id: [...path, 'values'].join('.'),
    facts,
    command: passwords.command,
    texts: new Map(),
    mounts: [],
    published: publishedTo(ports),
    isDevelopment: isNamedForDevelopment(document.path),
    ...(memoryLimit && { memoryLimit }),
  };
}

function firstKey(node: YamlNode) {
  const [first] = node.kind === 'map' ? node.entries : [];
  return first?.key.at ?? node.at;
}

function publishedTo(ports: readonly PublishedPort[]): Told<Published> {
  const [open] = ports;
  return open ? { value: 'network', by: 'chart', at: open.at } : { value: 'cluster', by: 'chart' };
}

/** An image of a chart of Bitnami's is its own, where a tag alone is set. */
function imageOf(document: HostDocument, node: YamlNode): HostImage | undefined {
  const entry = imageEntry(node);
  const tag = textOfNode(valueAt(node, 'image', 'tag'));
  const isOwn = imageText(node) === undefined && entryOf(node, 'commonConfiguration') !== undefined;
  const own = entryOf(node, 'primary') ? 'bitnami/valkey' : 'bitnami/redis';
  const text = isOwn ? tag && `${own}:${tag}` : imageText(node);
  const family = text ? imageFamily(text) : undefined;
  return text && family && entry?.value ? { text, at: document.locationOf(entry.value.at), family } : undefined;
}

/** Where charts have the services that lead to their servers. */
const SERVICES: readonly (readonly string[])[] = [
  ['service'],
  ['master', 'service'],
  ['primary', 'service'],
  ['replica', 'service'],
  ['redis', 'service'],
  ['sentinel', 'service'],
  ['haproxy', 'service'],
];
const WAYS: Readonly<Record<string, 'node-port' | 'load-balancer'>> = {
  NodePort: 'node-port',
  LoadBalancer: 'load-balancer',
};

function portOf(document: HostDocument, node: YamlNode, keys: readonly string[]): PublishedPort | undefined {
  const value = valueAt(node, ...keys, 'type');
  const by = WAYS[textOfNode(value) ?? ''];
  if (value?.kind !== 'scalar' || by === undefined) return undefined;
  const at = document.locationOf(value.at);
  const narrowed = value.isShared
    ? undefined
    : ([{ kind: 'replace', line: at.line, at: at.at, text: 'ClusterIP' }] as const);
  return { at, by, to: 'network', port: 6379, narrowed: () => narrowed, removed: () => undefined };
}

function memoryOf(document: HostDocument, node: YamlNode): Told<number> | undefined {
  const limits = ['master', 'primary'].map((key) => valueAt(node, key, 'resources', 'limits', 'memory'));
  const limit = [...limits, valueAt(node, 'resources', 'limits', 'memory')].find((each) => each !== undefined);
  const value = bytesOf(textOfNode(limit) ?? '');
  return limit && value !== undefined ? { value, by: 'chart', at: document.locationOf(limit.at) } : undefined;
}

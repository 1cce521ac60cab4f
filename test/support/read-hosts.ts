import assert from 'node:assert/strict';
import * as yaml from 'yaml';
import type { Location } from '../../server/src/core/config/occurrence.js';
import { type HostDocument, hostDocument } from '../../server/src/core/hosts/host-document.js';
import type { ArgumentWord, HostedServer, HostReading } from '../../server/src/core/hosts/host-reading.js';
import { readHost } from '../../server/src/core/hosts/read-host.js';
import { hostKindOf } from '../../server/src/core/project/recognise.js';
import { filesInMemory } from './files-in-memory.js';

/** A document that was read, with what stands beside it. */
export interface ReadHosts extends HostReading {
  readonly document: HostDocument;
}

/** @param files by their path below `/w`; the first one is read */
export function readHosts(files: Readonly<Record<string, string>>): ReadHosts {
  const [name = '', text = ''] = Object.entries(files)[0] ?? [];
  const path = `/w/${name}`;
  const document = hostDocument(hostKindOf(path, text) ?? 'compose', path, text);
  const reader = filesInMemory(Object.fromEntries(Object.entries(files).map(([file, each]) => [`/w/${file}`, each])));
  return { document, ...readHost(document, { yaml: () => yaml, reader }) };
}

/** What was read of a server, as far as words tell it. */
export interface Seen {
  readonly id: string;
  readonly launch: string;
  /** What is filled in stands in angle brackets. */
  readonly words: string;
  /** The configuration with its path in the container; what is filled in stands in angle brackets. */
  readonly file: string;
  readonly holder: string;
  readonly published: string;
  /** How it is opened, to whom, and the words that say so. */
  readonly ports: readonly string[];
  readonly environment: readonly string[];
  readonly isWithoutPassword: boolean | undefined;
  readonly passwords: readonly string[];
  readonly runsAs: string | undefined;
  readonly memoryLimit: number | undefined;
  readonly image: string | undefined;
  readonly authDisabled: string | undefined;
  readonly unusedConfiguration: string | undefined;
  /** Paths in the container, and what stands there. */
  readonly mounts: readonly string[];
  /** What starts it and was not read. */
  readonly unread: readonly string[];
}

/** The servers of a document, in words. */
export function seenIn({ servers }: HostReading, documents: readonly HostDocument[]): readonly Seen[] {
  return servers.map((server) => seen(server, (at) => wordsAt(documents, at)));
}

function seen(server: HostedServer, at: (place: Location) => string): Seen {
  const { facts, command, published, runsAs, memoryLimit } = server;
  const [[path, text] = []] = [...server.texts];
  return {
    id: server.id,
    launch: `${facts.launch.by} ${facts.launch.program}`,
    words: command?.words.map(withFillIns).join(' ') ?? '',
    file: path === undefined || !text ? '' : `${path}: ${linesWithFillIns(text)}`,
    holder: text?.holder ?? '',
    published: published.value,
    ports: facts.ports.map((port) => `${port.by} ${port.to} ${port.port} ${at(port.at)}`),
    environment: facts.environment.map(({ name, value, isUsed }) => `${name}=${value ?? '?'}${isUsed ? ' used' : ''}`),
    isWithoutPassword: facts.healthcheck?.isWithoutPassword,
    passwords: facts.passwordsOnCommandLines.map(at),
    runsAs: runsAs?.value,
    memoryLimit: memoryLimit?.value,
    image: facts.image && `${facts.image.family} ${facts.image.text}`,
    authDisabled: facts.authDisabled && at(facts.authDisabled),
    unusedConfiguration: facts.unusedConfiguration?.path,
    mounts: server.mounts.map(({ inside, outside }) => `${inside} ${outside}`),
    unread: (server.unread ?? []).map(({ path }) => path),
  };
}

function wordsAt(documents: readonly HostDocument[], { source, line, at }: Location): string {
  const document = documents.find(({ path }) => path === source);
  return (document?.text.split('\n')[line] ?? '').slice(at.start, at.end);
}

function withFillIns({ text: { text }, fillIns }: ArgumentWord): string {
  return fillIns.reduceRight(
    (all, { at }) => `${all.slice(0, at.start)}<${all.slice(at.start, at.end)}>${all.slice(at.end)}`,
    text,
  );
}

function linesWithFillIns({
  text,
  fillIns,
}: Pick<NonNullable<ReturnType<HostedServer['texts']['get']>>, 'text' | 'fillIns'>): string {
  const lines = text.text.split('\n').map((line, index) => {
    const own = fillIns.filter((fillIn) => fillIn.line === index);
    return withFillIns({ text: { text: line, runs: [] }, fillIns: own });
  });
  return lines.join('|');
}

/** What is told, files by their path below `/w` (the first one is read; a text is a manifest), and servers by what matters. */
export type SeenRow = readonly [
  what: string,
  files: string | Readonly<Record<string, string>>,
  ...servers: readonly Partial<Seen>[],
];

/** @throws AssertionError where other servers are read, or something of them that the row speaks of is otherwise */
export function assertSeen([, files, ...expected]: SeenRow): void {
  const read = readHosts(typeof files === 'string' ? { 'manifest.yaml': files } : files);
  const others = read.servers.flatMap(({ document, otherHosts = [] }) => [
    ...(document ? [document] : []),
    ...otherHosts,
  ]);
  const found = seenIn(read, [read.document, ...others]).map((each, index) => {
    const keys = Object.keys(expected[index] ?? each);
    return Object.fromEntries(Object.entries(each).filter(([key]) => keys.includes(key)));
  });
  assert.deepEqual(found, expected);
}

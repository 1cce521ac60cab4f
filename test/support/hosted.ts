import * as yaml from 'yaml';
import type { Location } from '../../server/src/core/config/occurrence.js';
import { type HostDocument, hostDocument } from '../../server/src/core/hosts/host-document.js';
import type { HostedServer, HostReading } from '../../server/src/core/hosts/host-reading.js';
import { readHost } from '../../server/src/core/hosts/read-host.js';
import { hostKindOf } from '../../server/src/core/project/recognise.js';
import { filesInMemory } from './files-in-memory.js';

/** A document that was read, with the files beside it in the folder `/w`. */
export interface ReadDocument extends HostReading {
  readonly document: HostDocument;
}

/** @param files by their path below `/w`; the first one is read, as what its name and its text say that it is */
export function readDocument(files: Readonly<Record<string, string>>): ReadDocument {
  const [name = '', text = ''] = Object.entries(files)[0] ?? [];
  const kind = hostKindOf(`/w/${name}`, text);
  if (!kind) throw new Error(`${name} starts no servers`);
  const document = hostDocument(kind, `/w/${name}`, text);
  const reader = filesInMemory(Object.fromEntries(Object.entries(files).map(([path, each]) => [`/w/${path}`, each])));
  return { document, ...readHost(document, { yaml: () => yaml, reader }) };
}

/** The words behind the program of a server; undefined: the image's own command runs. */
export function wordsOf(server: HostedServer | undefined): readonly string[] | undefined {
  return server?.command?.words.map(({ text }) => text.text);
}

/** What is put into the words of a server: by whom, and what is there where nobody does. */
export function fillInsOf(server: HostedServer | undefined): readonly string[] {
  return (server?.command?.words ?? []).flatMap(({ text, fillIns }) =>
    fillIns.map(({ at, by, ifUnset, fallback }) =>
      [text.text.slice(at.start, at.end), by, ifUnset, ...(fallback === undefined ? [] : [fallback])].join(' '),
    ),
  );
}

/** The texts of a server by path, each with those that are appended to it. */
export function textsOf({ texts, appended = new Map() }: HostedServer): Readonly<Record<string, readonly string[]>> {
  const paths = [...new Set([...texts.keys(), ...appended.keys()])];
  return Object.fromEntries(
    paths.map((path) => {
      const whole = texts.get(path);
      return [path, [...(whole ? [whole] : []), ...(appended.get(path) ?? [])].map(({ text }) => text.text)];
    }),
  );
}

/** The words of a document at a place. */
export function textAt({ text }: HostDocument, place: Location | undefined): string | undefined {
  return place && (text.split('\n')[place.line] ?? '').slice(place.at.start, place.at.end);
}

import * as yaml from 'yaml';
import type { Location } from '../../server/src/core/config/occurrence.js';
import { type HostDocument, hostDocument } from '../../server/src/core/hosts/host-document.js';
import type { HostedServer, HostReading } from '../../server/src/core/hosts/host-reading.js';
import { readHost } from '../../server/src/core/hosts/read-host.js';
import { textEditsOf } from '../../server/src/core/syntax/whole-document.js';
import { applyEdits } from '../../server/src/core/text/edit.js';
import type { LineEdit } from '../../server/src/core/text/line-edit.js';
import { filesInMemory } from './files-in-memory.js';

/** A compose file that was read, alone or with files beside it in the folder `/w`. */
export interface ReadCompose extends HostReading {
  readonly document: HostDocument;
}

/** @param files by their path below `/w`; the first one is read */
export function readFiles(files: Readonly<Record<string, string>>): ReadCompose {
  const [name = '', text = ''] = Object.entries(files)[0] ?? [];
  const document = hostDocument('compose', `/w/${name}`, text);
  const reader = filesInMemory(Object.fromEntries(Object.entries(files).map(([path, each]) => [`/w/${path}`, each])));
  return { document, ...readHost(document, { yaml: () => yaml, reader }) };
}

/** The lines of one service of redis, behind its image. */
export function readService(lines: string, image = 'redis:7.2'): ReadCompose {
  const indented = lines.replaceAll(/^(?=.)/gm, '    ');
  return readFiles({ 'compose.yaml': `services:\n  cache:\n    image: ${image}\n${indented}\n` });
}

/** The only server that was read. */
export function onlyServer({ servers }: HostReading): HostedServer {
  const [server, ...others] = servers;
  if (!server || others.length > 0) throw new Error(`There are ${servers.length} servers.`);
  return server;
}

/** The words of a document at a place. */
export function textAt({ text }: HostDocument, { line, at }: Location): string {
  return (text.split('\n')[line] ?? '').slice(at.start, at.end);
}

/** A document with some edits made. */
export function edited({ source, text }: HostDocument, edits: readonly LineEdit[]): string {
  return applyEdits(text, textEditsOf(source.file, edits));
}

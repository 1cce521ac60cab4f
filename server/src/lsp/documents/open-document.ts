import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { mayBeOverlay } from '../../core/document-service.js';
import {
  type ConfigFile,
  editFile,
  hostKindOf,
  isHostLanguage,
  parseFile,
  type Traces,
  textOf,
  tracesAfter,
  tracesIn,
} from '../../core/service.js';
import { countLoneCarriageReturns } from './line-map.js';
import { type Places, placesIn } from './places.js';
import { keyOf, pathOf } from './uris.js';

/** A document that a client has open, at one version. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  /** The same for every spelling of it. */
  readonly key: string;
  readonly path: string;
  readonly languageId: string;
  readonly version: number;
  /** The version that was opened or saved last. */
  readonly savedVersion: number;
  readonly file: ConfigFile;
  /** How far a document of another kind speaks of servers; undefined: it is a configuration by itself. */
  readonly traces: Traces | undefined;
  readonly loneCarriageReturns: number;
  readonly places: Places;
}

/** A document as its client opens it: what it is called, what it holds, saved so far. */
export function openDocument(uri: string, languageId: string, version: number, text: string): OpenDocument {
  const identity = { uri, key: keyOf(uri), path: pathOf(uri), languageId, savedVersion: version };
  const traces = isConfiguration(identity, text) ? undefined : mayBeOverlay(identity.path) ? 'speaks' : tracesIn(text);
  return { ...identity, traces, ...contentOf(version, parseFile(text)) };
}

const OWN_LANGUAGES = ['redis-conf', 'redis-acl'];

/** What a person says goes before its name. */
function isConfiguration({ languageId, path }: Pick<OpenDocument, 'languageId' | 'path'>, text: string): boolean {
  if (OWN_LANGUAGES.includes(languageId)) return true;
  return !isHostLanguage(languageId) && hostKindOf(path, text) === undefined;
}

/** Whether a document of another kind speaks of no server at all, so that nobody has to read it. */
export function isMute({ traces }: OpenDocument): boolean {
  return traces === 'none' || traces === 'names';
}

/** The document after some changes, in their order: each costs what it touches. */
export function changeDocument(
  document: OpenDocument,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
): OpenDocument {
  let current = document;
  for (const change of changes) current = { ...current, ...changedContent(current, version, change) };
  return current;
}

type Content = Pick<OpenDocument, 'version' | 'file' | 'loneCarriageReturns' | 'places'>;

function contentOf(version: number, file: ConfigFile, loneCarriageReturns = countLoneCarriageReturns(file)): Content {
  return { version, file, loneCarriageReturns, places: placesIn(file, { loneCarriageReturns }) };
}

function changedContent(
  document: OpenDocument,
  version: number,
  change: TextDocumentContentChangeEvent,
): Content & Pick<OpenDocument, 'traces'> {
  const { file, places, loneCarriageReturns, traces } = document;
  if (!('range' in change)) {
    const { rules, encoding } = file;
    const now = contentOf(version, parseFile(change.text, { rules, encoding }));
    return { ...now, traces: traces && tracesIn(change.text) };
  }
  const start = places.fromProtocol(change.range.start);
  const end = places.fromProtocol(change.range.end);
  const edited = editFile(file, { range: { start, end }, newText: change.text });
  const linesAfter = file.lines.count - end.line - 1;
  const removed = countLoneCarriageReturns(file, start.line, end.line + 1);
  const to = edited.lines.count - linesAfter;
  const added = countLoneCarriageReturns(edited, start.line, to);
  const now = contentOf(version, edited, loneCarriageReturns - removed + added);
  return { ...now, traces: traces && tracesAfter(traces, linesIn(edited, start.line, to), () => textOf(edited)) };
}

/** The same text, read by the words' rules of the target that was found for it. */
export function withFile(document: OpenDocument, file: ConfigFile): OpenDocument {
  return { ...document, file, places: placesIn(file, document) };
}

function linesIn({ lines }: ConfigFile, from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => lines.at(from + index)?.text ?? '').join('\n');
}

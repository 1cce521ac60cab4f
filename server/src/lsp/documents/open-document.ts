import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type ConfigFile, editFile, parseFile } from '../../core/service.js';
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
  readonly loneCarriageReturns: number;
  readonly places: Places;
}

/** A document as its client opens it: what it is called, what it holds, saved so far. */
export function openDocument(uri: string, languageId: string, version: number, text: string): OpenDocument {
  const identity = { uri, key: keyOf(uri), path: pathOf(uri), languageId, savedVersion: version };
  return { ...identity, ...contentOf(version, parseFile(text)) };
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

function changedContent(document: OpenDocument, version: number, change: TextDocumentContentChangeEvent): Content {
  const { file, places, loneCarriageReturns } = document;
  if (!('range' in change)) {
    const { rules, encoding } = file;
    return contentOf(version, parseFile(change.text, { rules, encoding }));
  }
  const start = places.fromProtocol(change.range.start);
  const end = places.fromProtocol(change.range.end);
  const edited = editFile(file, { range: { start, end }, newText: change.text });
  const linesAfter = file.lines.count - end.line - 1;
  const removed = countLoneCarriageReturns(file, start.line, end.line + 1);
  const added = countLoneCarriageReturns(edited, start.line, edited.lines.count - linesAfter);
  return contentOf(version, edited, loneCarriageReturns - removed + added);
}

/** The same text, read by the words' rules of the target that was found for it. */
export function withFile(document: OpenDocument, file: ConfigFile): OpenDocument {
  return { ...document, file, places: placesIn(file, document) };
}

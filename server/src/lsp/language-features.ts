import type {
  CompletionItem,
  Connection,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { completion, describeCompletion, documentSymbols, fileLinks, foldingRanges, hover } from '../core/service.js';
import type { Analyses } from './answers/analysis.js';
import type { Documents } from './documents/documents.js';
import { type Places, startOfLine } from './documents/places.js';
import { uriOf } from './documents/uris.js';
import type { Guard } from './guard.js';

/** Answers what editors ask about a place in a document: each a pure function of core, in the document's positions. */
export function provideLanguageFeatures(
  connection: Connection,
  guard: Guard,
  documents: Documents,
  analyses: Analyses,
): void {
  /** Where the last completion was asked for: what an item's description depends on. */
  let lastCompleted: string | undefined;

  connection.onHover(
    guard.request('textDocument/hover', async (params: TextDocumentPositionParams): Promise<Hover | null> => {
      const analysis = await analyses.of(params.textDocument.uri);
      if (!analysis) return null;
      const { document, result } = analysis;
      const found = hover(result.config, document.path, document.places.fromProtocol(params.position));
      return found?.range ? { ...found, range: document.places.toProtocol(found.range) } : null;
    }),
  );
  connection.onCompletion(
    guard.request('textDocument/completion', async (params: TextDocumentPositionParams): Promise<CompletionItem[]> => {
      const analysis = await analyses.of(params.textDocument.uri);
      if (!analysis) return [];
      const { document, result } = analysis;
      lastCompleted = document.uri;
      const items = completion(result.config, document.path, document.places.fromProtocol(params.position));
      return items.map((item) => inProtocolPositions(item, document.places));
    }),
  );
  connection.onCompletionResolve(
    guard.request('completionItem/resolve', async (item: CompletionItem) => {
      const analysis = lastCompleted === undefined ? undefined : analyses.last(lastCompleted);
      return analysis ? describeCompletion(analysis.result.config, item) : item;
    }),
  );
  connection.onDocumentSymbol(
    guard.request('textDocument/documentSymbol', ({ textDocument: { uri } }): DocumentSymbol[] => {
      const document = documents.get(uri);
      return document ? documentSymbols(document.file).map((symbol) => symbolInProtocol(symbol, document.places)) : [];
    }),
  );
  connection.onFoldingRanges(
    guard.request('textDocument/foldingRange', ({ textDocument: { uri } }): FoldingRange[] => {
      const document = documents.get(uri);
      if (!document) return [];
      const lineOf = (line: number) => document.places.toProtocol(startOfLine(line)).start.line;
      return foldingRanges(document.file).map((range) => ({
        ...range,
        startLine: lineOf(range.startLine),
        endLine: lineOf(range.endLine),
      }));
    }),
  );
  connection.onDocumentLinks(
    guard.request('textDocument/documentLink', async ({ textDocument: { uri } }): Promise<DocumentLink[]> => {
      const analysis = await analyses.of(uri);
      if (!analysis) return [];
      const { document, result } = analysis;
      return fileLinks(result.config, document.path).map(({ at: { line, at }, path }) => ({
        range: document.places.onLine(line, at),
        target: uriOf(path, document.uri),
      }));
    }),
  );
}

function inProtocolPositions(item: CompletionItem, places: Places): CompletionItem {
  const { textEdit } = item;
  if (!textEdit || !('range' in textEdit)) return item;
  return { ...item, textEdit: { ...textEdit, range: places.toProtocol(textEdit.range) } };
}

function symbolInProtocol(symbol: DocumentSymbol, places: Places): DocumentSymbol {
  const { children = [] } = symbol;
  return {
    ...symbol,
    range: places.toProtocol(symbol.range),
    selectionRange: places.toProtocol(symbol.selectionRange),
    ...(children.length > 0 ? { children: children.map((child) => symbolInProtocol(child, places)) } : {}),
  };
}

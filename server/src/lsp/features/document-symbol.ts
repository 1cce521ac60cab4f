import type { DocumentSymbol, DocumentSymbolParams } from 'vscode-languageserver';
import type { Places } from '../documents/places.js';
import type { DocumentFeature } from './feature.js';

/** The outline: sections and the directives in them. */
export const documentSymbol: DocumentFeature<DocumentSymbolParams, readonly DocumentSymbol[]> = {
  method: 'textDocument/documentSymbol',
  capability: () => ({ documentSymbolProvider: true }),
  outside: 'document',
  needs: 'text',
  empty: () => [],
  answer: ({ engine, source }) => engine.documentSymbols(source.file),
  ranges: (symbols, toProtocol) => symbols.map((symbol) => inProtocol(symbol, toProtocol)),
};

function inProtocol(symbol: DocumentSymbol, toProtocol: Places['toProtocol']): DocumentSymbol {
  const { range, selectionRange, children = [] } = symbol;
  return {
    ...symbol,
    range: toProtocol(range),
    selectionRange: toProtocol(selectionRange),
    ...(children.length > 0 ? { children: children.map((child) => inProtocol(child, toProtocol)) } : {}),
  };
}

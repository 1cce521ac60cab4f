import type { Hover, HoverParams } from 'vscode-languageserver';
import type { DocumentFeature } from './feature.js';

/** What the word at a place means to the server, and what is in force. */
export const hover: DocumentFeature<HoverParams, Hover | null> = {
  method: 'textDocument/hover',
  capability: () => ({ hoverProvider: true }),
  outside: 'empty',
  needs: 'configuration',
  empty: () => null,
  answer: ({ engine, config, source, at }) => engine.hover(config, source.id, at) ?? null,
  ranges: (found, toProtocol) => (found?.range ? { ...found, range: toProtocol(found.range) } : found),
};

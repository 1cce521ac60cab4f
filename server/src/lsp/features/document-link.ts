import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { DocumentFeature } from './feature.js';

/** Words that name one file lead to it. */
export const documentLink: DocumentFeature<DocumentLinkParams, readonly DocumentLink[]> = {
  method: 'textDocument/documentLink',
  capability: () => ({ documentLinkProvider: { resolveProvider: false } }),
  outside: 'document',
  needs: 'configuration',
  empty: () => [],
  answer: ({ engine, config, source, uriOf }) =>
    engine
      .fileLinks(config, source.id)
      .map(({ at: { line, at }, path }) => ({ range: engine.rangeOnLine(line, at), target: uriOf(path) })),
  together: (answers) => answers.flat(),
  ranges: (links, toProtocol) => links.map((link) => ({ ...link, range: toProtocol(link.range) })),
};

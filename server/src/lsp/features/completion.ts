import type { CompletionItem, CompletionParams } from 'vscode-languageserver';
import type { Places } from '../documents/places.js';
import type { DocumentFeature } from './feature.js';

/** Names, values, and rules of users that the target takes at a place. */
export const completion: DocumentFeature<CompletionParams, readonly CompletionItem[]> = {
  method: 'textDocument/completion',
  capability: () => ({ completionProvider: { triggerCharacters: ['+', '-', '@', '|', '%'] } }),
  outside: 'empty',
  needs: 'configuration',
  empty: () => [],
  answer: ({ engine, config, source, at, params }) => withDocument(engine.completion(config, source.id, at), params),
  inDocument: (question) => withDocument(question.engine.completionInDocument(question), question.params),
  ranges: (items, toProtocol) => items.map((item) => inProtocol(item, toProtocol)),
};

/** Adds the description of an item, once somebody looks at it. Its range is the client's own. */
export const completionResolve: DocumentFeature<CompletionItem, CompletionItem> = {
  method: 'completionItem/resolve',
  capability: () => ({ completionProvider: { resolveProvider: true } }),
  outside: 'document',
  needs: 'configuration',
  empty: (item) => item,
  answer: ({ engine, config, params }) => engine.describeCompletion(config, params),
};

/** The document has to be found again when an item is looked at. */
function withDocument(items: readonly CompletionItem[], { textDocument: { uri } }: CompletionParams) {
  return items.map((item) => ({ ...item, data: { uri } }));
}

function inProtocol(item: CompletionItem, toProtocol: Places['toProtocol']): CompletionItem {
  const { textEdit } = item;
  if (!textEdit || !('range' in textEdit)) return item;
  return { ...item, textEdit: { ...textEdit, range: toProtocol(textEdit.range) } };
}

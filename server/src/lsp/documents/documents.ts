import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import { changeDocument, type OpenDocument, openDocument } from './open-document.js';
import { keyOf } from './uris.js';

/** The documents that the client has open. */
export interface Documents {
  /** By any spelling of its address. */
  readonly get: (uri: string) => OpenDocument | undefined;
  readonly all: () => Iterable<OpenDocument>;
  readonly open: (params: DidOpenTextDocumentParams) => void;
  readonly change: (params: DidChangeTextDocumentParams) => void;
  readonly save: (document: TextDocumentIdentifier) => void;
  readonly close: (document: TextDocumentIdentifier) => void;
  /** Puts another reading of the same text in place of a document, unless it has changed in the meantime. */
  readonly replace: (before: OpenDocument, after: OpenDocument) => void;
}

/** None is open yet. */
export function createDocuments(): Documents {
  const byKey = new Map<string, OpenDocument>();
  return {
    get: (uri) => byKey.get(keyOf(uri)),
    all: () => byKey.values(),
    open: ({ textDocument: { uri, languageId, version, text } }) => {
      const document = openDocument(uri, languageId, version, text);
      byKey.set(document.key, document);
    },
    change: ({ textDocument: { uri, version }, contentChanges }) => {
      const document = byKey.get(keyOf(uri));
      if (document) byKey.set(document.key, changeDocument(document, version ?? document.version + 1, contentChanges));
    },
    save: ({ uri }) => {
      const document = byKey.get(keyOf(uri));
      if (document) byKey.set(document.key, { ...document, savedVersion: document.version });
    },
    close: ({ uri }) => {
      byKey.delete(keyOf(uri));
    },
    replace: (before, after) => {
      if (byKey.get(before.key) === before) byKey.set(before.key, after);
    },
  };
}

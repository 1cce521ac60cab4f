import type {
  CancellationToken,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { CompletedDocument } from '../../core/features/completion-in-document.js';
import type * as engine from '../../core/service.js';
import type { ConfigSource, Position, ResolvedConfiguration } from '../../core/service.js';
import type { CodeActions } from '../answers/code-actions.js';
import type { Client } from '../client.js';
import type { Places } from '../documents/places.js';
import type { DocumentStatus } from '../protocol.js';

/**
 * The engine. A client hears what is offered before the engine is read, so that features import no more of it than
 * types and get it with each question.
 */
export type Engine = typeof engine;

/** A request of the protocol that is answered about the text of a document or its configuration, by a pure function. */
export type DocumentFeature<P = unknown, R = unknown> = TextFeature<P, R> | ConfigurationFeature<P, R>;

/** Everything that clients may ask for. Answers that throw or come too late are the table's matter. */
export type Feature<P = unknown, R = unknown> = DocumentFeature<P, R> | SessionFeature<P, R>;

interface Offered {
  readonly method: string;
  /** What is told to a client of it; capabilities of several features are merged. */
  readonly capability: (client: Client) => ServerCapabilities;
}

/** `P`: the parameters of the request. `R`: its answer. */
interface AskedOfDocument<P, R> extends Offered {
  /**
   * What is meant by a place that no configuration holds: nothing, which is answered with `empty`; or the document as a
   * whole, which is what all requests mean that name no place.
   */
  readonly outside: 'empty' | 'document';
  /** The answer where there is nothing to ask: the document is not open, or holds no configuration there. */
  empty(params: P): R;
  /** The answer with core's positions in it turned by `toProtocol`; missing where there are none. */
  ranges?(answer: R, toProtocol: Places['toProtocol']): R;
}

interface TextFeature<P, R> extends AskedOfDocument<P, R> {
  /** It is answered at once, whatever has been read and judged by then. */
  readonly needs: 'text';
  answer(question: TextQuestion<P>): R;
}

/** A request about what the files of a configuration come to. */
export interface ConfigurationFeature<P = unknown, R = unknown> extends AskedOfDocument<P, R> {
  /** It waits until the files that the configuration includes were read. */
  readonly needs: 'configuration';
  answer(question: ConfigurationQuestion<P>): R;
  /** What is answered of a document that holds several configurations, where no place is named; missing: the first one. */
  together?(answers: readonly R[]): R;
  /**
   * Answers a place in a document of another kind, in the document's own positions; missing: as of the configuration that
   * stands there.
   */
  inDocument?(question: DocumentQuestion<P>): R;
}

/** A question about an open document, in core's positions. */
export interface TextQuestion<P> {
  readonly engine: Engine;
  readonly source: Pick<ConfigSource, 'id' | 'file'>;
  /** The place that is asked about; where the request names none, the first one of the file. */
  readonly at: Position;
  /** As the client sent them: positions in them are the protocol's. */
  readonly params: P;
  /** The address of a path on the document's file system. */
  readonly uriOf: (path: string) => string;
}

/** A question that is answered by what the files of a configuration come to. */
export interface ConfigurationQuestion<P> extends TextQuestion<P> {
  readonly config: ResolvedConfiguration;
}

/** A question about a place in a document that holds configurations, whether one stands there or would if one went on. */
export interface DocumentQuestion<P> extends CompletedDocument, Pick<TextQuestion<P>, 'engine' | 'params'> {}

/**
 * A request that is answered by what the session holds and no pure function could: findings of all open documents, their
 * versions, new secrets, the client's screen.
 */
export interface SessionFeature<P = unknown, R = unknown> extends Offered {
  readonly needs: 'session';
  answer(session: Session, params: P, token: CancellationToken): R | Promise<R>;
}

/** What a session does for its features. */
export interface Session {
  readonly actions: CodeActions;
  /** The findings of a document, once no more messages come in. */
  readonly pull: (params: DocumentDiagnosticParams, token: CancellationToken) => Promise<DocumentDiagnosticReport>;
  /** Null where the document is not open. */
  readonly statusOf: (uri: string) => Promise<DocumentStatus | null>;
  /** In the client's browser. */
  readonly showPage: (address: string) => Promise<void>;
}

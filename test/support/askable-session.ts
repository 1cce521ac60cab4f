import { PassThrough } from 'node:stream';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type Connection,
  type DidOpenTextDocumentParams,
  type MessageSignature,
} from 'vscode-languageserver';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { clientOf } from '../../server/src/lsp/client.js';
import { createGuard } from '../../server/src/lsp/guard.js';
import type { Host } from '../../server/src/lsp/host.js';
import { serve } from '../../server/src/lsp/session.js';
import { FULL_CAPABILITIES, testHost } from './lsp-client.js';

type Answer = (params: unknown) => Promise<unknown>;

/** A session that is asked directly: without a wire, a thousand documents take seconds. */
export interface AskableSession {
  readonly methods: readonly string[];
  /** @throws ResponseError as a client would get it. */
  readonly ask: (method: string, params: unknown) => Promise<unknown>;
  readonly open: (uri: string, text: string, languageId: string) => void;
  readonly close: (uri: string) => void;
}

export interface AskableOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly host?: Partial<Host>;
}

export function askableSession(options: AskableOptions = {}): AskableSession {
  const { capabilities = FULL_CAPABILITIES, initializationOptions, host } = options;
  const requests = new Map<string, Answer>();
  const told = new Map<string, (params: never) => void>();
  const wire = createConnection(new StreamMessageReader(new PassThrough()), new StreamMessageWriter(new PassThrough()));
  const { token } = new CancellationTokenSource();
  const connection = {
    ...wire,
    window: { showDocument: async () => ({ success: true }) },
    onRequest: (
      { method }: MessageSignature,
      handler: (params: unknown, isCancelled: typeof token) => Promise<unknown>,
    ) => requests.set(method, (params) => handler(params, token)),
    onDidOpenTextDocument: (handler: (params: never) => void) => told.set('open', handler),
    onDidCloseTextDocument: (handler: (params: never) => void) => told.set('close', handler),
  } as unknown as Connection;
  const client = clientOf({ processId: null, rootUri: null, capabilities, initializationOptions });
  const guard = createGuard({ error: () => undefined });
  serve(connection, { ...testHost, ...host }, client, guard);
  return {
    methods: [...requests.keys()],
    ask: async (method, params) => {
      const answer = requests.get(method);
      if (!answer) throw new Error(`nobody answers ${method}`);
      return answer(params);
    },
    open: (uri, text, languageId) => {
      const params: DidOpenTextDocumentParams = { textDocument: { uri, languageId, version: 1, text } };
      told.get('open')?.(params as never);
    },
    close: (uri) => told.get('close')?.({ textDocument: { uri } } as never),
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A language server under measurement. */
export interface Candidate {
  readonly name: string;
  readonly command: readonly string[];
  readonly languageId: string;
  readonly extension: string;
  readonly document: (lines: number) => string;
  /** What is typed, character by character, and where. */
  readonly settings?: unknown;
}

export interface Session {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  readonly open: (uri: string, text: string) => Promise<void>;
  readonly pull: (uri: string) => Promise<{ readonly items?: readonly unknown[] }>;
  readonly type: (uri: string, version: number, line: number, character: number, text: string) => void;
  /** MiB. */
  readonly memory: () => number;
  readonly end: () => Promise<void>;
}

const CAPABILITIES = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, dataSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, dataSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown'] },
  },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** Starts a server and answers when it has answered `initialize`. */
export async function startSession({ command, languageId, settings }: Candidate): Promise<Session> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const initializationOptions = { provideFormatter: false };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: CAPABILITIES,
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  if (settings) await connection.sendNotification('workspace/didChangeConfiguration', { settings });
  return {
    process: child,
    connection,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    pull: (uri) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }),
    type: (uri, version, line, character, text) => {
      const at = { line, character };
      const contentChanges = [{ range: { start: at, end: at }, text }];
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    memory: () =>
      Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024,
    end: async () => {
      const exited = once(child, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
      connection.dispose();
    },
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import {
  createMessageConnection,
  type MessageConnection,
  type Position,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

interface Pulled {
  readonly kind: 'full' | 'unchanged';
  readonly resultId?: string;
  readonly items?: readonly unknown[];
}

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
  readonly pull: (uri: string, previousResultId?: string) => Promise<Pulled>;
  /** Puts a text in the place of so many characters. */
  readonly type: (uri: string, version: number, at: Position, text: string, replaced?: number) => void;
  /** Milliseconds that all threads of the server have worked; NaN where the system does not tell. */
  readonly cpu: () => number;
  /** That the server has sent. */
  readonly bytes: () => number;
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
  let bytes = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
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
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId }),
    type: (uri, version, start, text, replaced = 0) => {
      const end = { line: start.line, character: start.character + replaced };
      const contentChanges = [{ range: { start, end }, text }];
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    cpu: () => cpuOf(child.pid),
    bytes: () => bytes,
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

/** Linux tells it in nanoseconds, where it tells it. */
function cpuOf(pid: number | undefined): number {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const worked = tasks.map((task) =>
      Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]),
    );
    return worked.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}

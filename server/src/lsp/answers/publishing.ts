import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type RelatedFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { Documents } from '../documents/documents.js';
import { keyOf } from '../documents/uris.js';
import { superseded } from '../guard.js';
import type { QuietGate } from '../quiet-gate.js';
import { notifyStatus, type Published, pushAll, pushElsewhere } from './pushing.js';
import type { Report, Reports } from './reports.js';
import { createTurns } from './turns.js';

/** Brings reports to the client, in the way it can take them. */
export interface Publishing {
  readonly pull: (params: DocumentDiagnosticParams, token: CancellationToken) => Promise<DocumentDiagnosticReport>;
  /** Something changed that reports depend on. `uri`: a document whose own text changed. */
  readonly changed: (uri?: string) => Promise<void>;
  readonly opened: (uri: string) => Promise<void>;
  readonly closed: (uri: string) => Promise<void>;
}

/** Reports are made when a client asks for them, or where it cannot ask, when nothing more comes in. */
export function createPublishing(
  connection: Connection,
  documents: Documents,
  reports: Reports,
  client: Client,
  gate: QuietGate,
): Publishing {
  const shown = { elsewhere: new Map(), pushed: new Map(), turns: createTurns() };
  const published: Published = { connection, documents, reports, client, gate, ...shown };
  return {
    pull: (params, token) => pull(params, token, published),
    changed: async (uri) => {
      if (!client.pullsDiagnostics) return pushAll(published);
      // A client that pulls asks again by itself for a document that it has changed.
      if (uri === undefined && client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    },
    opened: (uri) => opened(uri, published),
    closed: (uri) => closed(uri, published),
  };
}

async function pull(
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
  published: Published,
): Promise<DocumentDiagnosticReport> {
  const { reports, gate, turns } = published;
  const isLast = turns.take(keyOf(uri));
  await gate.whenQuiet();
  if (token.isCancellationRequested) return full([]);
  if (!isLast()) throw superseded();
  const report = await reports.of(uri);
  if (!isLast()) throw superseded();
  if (!report) return full([]);
  const [key, resultId] = [keyOf(uri), report.resultId()];
  const isUnchanged = resultId === previousResultId;
  // Of a server that was started anew the client has not heard of other files, whatever it still shows.
  const related = isUnchanged && published.elsewhere.has(key) ? {} : await relatedReports(key, report, published);
  await notifyStatus(report, published);
  return isUnchanged
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId, ...related }
    : { ...full(report.diagnostics), resultId, ...related };
}

/** What the configuration says of files that are not open goes along with the report, or is pushed. */
async function relatedReports(
  key: string,
  { elsewhere: now }: Report,
  published: Published,
): Promise<Pick<RelatedFullDocumentDiagnosticReport, 'relatedDocuments'>> {
  const { client, elsewhere } = published;
  if (!client.relatedDocuments) {
    await pushElsewhere(key, now, published);
    return {};
  }
  const uris = new Set([...(elsewhere.get(key)?.keys() ?? []), ...now.keys()]);
  elsewhere.set(key, now);
  const entries = [...uris].map((uri) => [uri, full(now.get(uri) ?? [])] as const);
  return entries.length > 0 ? { relatedDocuments: Object.fromEntries(entries) } : {};
}

/** What was pushed of a file while it was not open would stand beside what its own report says. */
async function opened(uri: string, published: Published): Promise<void> {
  const { connection, client, elsewhere } = published;
  if (!client.pullsDiagnostics) return pushAll(published);
  const wasPushed = [...elsewhere.values()].some((byUri) =>
    [...byUri.keys()].some((other) => keyOf(other) === keyOf(uri)),
  );
  if (wasPushed && !client.relatedDocuments) await connection.sendDiagnostics({ uri, diagnostics: [] });
}

async function closed(uri: string, published: Published): Promise<void> {
  const { connection, client, elsewhere, pushed, turns } = published;
  const key = keyOf(uri);
  pushed.delete(key);
  turns.forget(key);
  await pushElsewhere(key, new Map(), published);
  elsewhere.delete(key);
  if (client.pullsDiagnostics) return;
  await connection.sendDiagnostics({ uri, diagnostics: [] });
  await pushAll(published);
}

function full(diagnostics: readonly Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items: [...diagnostics] };
}

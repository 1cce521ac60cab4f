import type { Connection, Diagnostic } from 'vscode-languageserver';
import { eachOnce } from '../../core/service.js';
import type { Client } from '../client.js';
import type { Documents } from '../documents/documents.js';
import { STATUS_NOTIFICATION } from '../protocol.js';
import type { QuietGate } from '../quiet-gate.js';
import type { Report, Reports } from './reports.js';
import { statusOf } from './status.js';
import type { Turns } from './turns.js';

/** What is known of the client's side: what it shows, and what it still waits for. */
export interface Published {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly reports: Reports;
  readonly client: Client;
  readonly gate: QuietGate;
  /** By open document: its findings in files that are not open. */
  readonly elsewhere: Map<string, Report['elsewhere']>;
  /** By open document: the revision that was pushed last. */
  readonly pushed: Map<string, string>;
  readonly turns: Turns;
}

/** Pushes every open document's report that is another one now. */
export async function pushAll(published: Published): Promise<void> {
  const { documents, reports, gate, turns } = published;
  const isLast = turns.take('push');
  await gate.whenQuiet();
  for (const { uri } of [...documents.all()]) {
    if (!isLast()) return;
    const report = await reports.of(uri);
    if (report && isLast()) await push(report, published);
  }
}

async function push(report: Report, published: Published): Promise<void> {
  const { connection, pushed } = published;
  const { document, revision, diagnostics } = report;
  if (pushed.get(document.key) === revision) return;
  pushed.set(document.key, revision);
  const { uri, version } = document;
  await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  await pushElsewhere(document.key, report.elsewhere, published);
  await notifyStatus(report, published);
}

/** Pushes what a document's configuration says of files that are not open. `key`: of the document. */
export async function pushElsewhere(key: string, now: Report['elsewhere'], published: Published): Promise<void> {
  const { connection, documents, elsewhere } = published;
  const before = elsewhere.get(key);
  elsewhere.set(key, now);
  const uris = new Set([...(before?.keys() ?? []), ...now.keys()]);
  for (const uri of uris) {
    if (documents.get(uri)) continue;
    const all = [...elsewhere.values()].flatMap((byUri) => byUri.get(uri) ?? []);
    await connection.sendDiagnostics({ uri, diagnostics: merged(all) });
  }
}

/** Several documents say of a file that none of them is what reports say of it: each once, as severe as the most severe. */
function merged(all: readonly Diagnostic[]): Diagnostic[] {
  return eachOnce(
    all,
    ({ code, range, message }) => JSON.stringify([code, range, message]),
    ({ severity: one = 1 }, { severity: other = 1 }) => one < other,
  );
}

/** For clients that show the status of a document. */
export async function notifyStatus(report: Report, { connection, client }: Published): Promise<void> {
  const status = client.options.status ? statusOf(report) : null;
  if (status) await connection.sendNotification(STATUS_NOTIFICATION, status);
}

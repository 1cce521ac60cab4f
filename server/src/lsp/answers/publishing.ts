import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ClientFeatures } from '../client-features.js';
import type { Documents } from '../documents/documents.js';
import { keyOf } from '../documents/uris.js';
import { superseded } from '../guard.js';
import { STATUS_NOTIFICATION } from '../protocol.js';
import type { QuietGate } from '../quiet-gate.js';
import { type Report, type Reports, withoutRepeats } from './reports.js';
import { statusOf } from './status.js';

/** Brings reports to the client, in the way it can take them. */
export interface Publishing {
  readonly pull: (params: DocumentDiagnosticParams, token: CancellationToken) => Promise<DocumentDiagnosticReport>;
  /** Something changed that reports depend on. `uri`: a document whose own text changed. */
  readonly changed: (uri?: string) => Promise<void>;
  readonly opened: (uri: string) => Promise<void>;
  readonly closed: (uri: string) => Promise<void>;
}

export function createPublishing(
  connection: Connection,
  documents: Documents,
  reports: Reports,
  features: ClientFeatures,
  gate: QuietGate,
): Publishing {
  /** By open document: its findings in files that are not open. */
  const elsewhere = new Map<string, Report['elsewhere']>();
  const pushed = new Map<string, string>();
  const pulls = new Map<string, number>();
  let pushes = 0;

  const pushElsewhere = async (key: string, now: Report['elsewhere']): Promise<void> => {
    const before = elsewhere.get(key);
    elsewhere.set(key, now);
    const uris = new Set([...(before?.keys() ?? []), ...now.keys()]);
    for (const uri of uris) {
      if (documents.get(uri)) continue;
      const all = withoutRepeats([...elsewhere.values()].flatMap((byUri) => byUri.get(uri) ?? []));
      await connection.sendDiagnostics({ uri, diagnostics: [...all] });
    }
  };

  const notifyStatus = async (report: Report): Promise<void> => {
    const status = features.options.status ? statusOf(report) : null;
    if (status) await connection.sendNotification(STATUS_NOTIFICATION, status);
  };

  const relatedDocuments = (key: string, now: Report['elsewhere']) => {
    const uris = new Set([...(elsewhere.get(key)?.keys() ?? []), ...now.keys()]);
    elsewhere.set(key, now);
    const entries = [...uris].map((uri): [string, FullDocumentDiagnosticReport] => [uri, full(now.get(uri) ?? [])]);
    return entries.length > 0 ? { relatedDocuments: Object.fromEntries(entries) } : {};
  };

  const push = async (report: Report): Promise<void> => {
    const { document, resultId, diagnostics } = report;
    if (pushed.get(document.key) === resultId) return;
    pushed.set(document.key, resultId);
    const { uri, version } = document;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
    await pushElsewhere(document.key, report.elsewhere);
    await notifyStatus(report);
  };

  /** Every open document whose report is another one now. */
  const pushAll = async (): Promise<void> => {
    const turn = ++pushes;
    await gate.whenQuiet();
    for (const { uri } of [...documents.all()]) {
      if (turn !== pushes) return;
      const report = await reports.of(uri);
      if (report && turn === pushes) await push(report);
    }
  };

  return {
    pull: async ({ textDocument: { uri }, previousResultId }, token) => {
      const key = keyOf(uri);
      const turn = (pulls.get(key) ?? 0) + 1;
      pulls.set(key, turn);
      await gate.whenQuiet();
      if (token.isCancellationRequested) return full([]);
      if (turn !== pulls.get(key)) throw superseded();
      const report = await reports.of(uri);
      if (turn !== pulls.get(key)) throw superseded();
      if (!report) return full([]);
      if (report.resultId === previousResultId)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.resultId };
      const items = { ...full(report.diagnostics), resultId: report.resultId };
      await notifyStatus(report);
      if (features.relatedDocuments) return { ...items, ...relatedDocuments(key, report.elsewhere) };
      await pushElsewhere(key, report.elsewhere);
      return items;
    },
    changed: async (uri) => {
      if (!features.pullsDiagnostics) return pushAll();
      // A client that pulls asks again by itself for a document that it has changed.
      if (uri === undefined && features.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    },
    opened: async (uri) => {
      if (!features.pullsDiagnostics) return pushAll();
      const wasPushed = [...elsewhere.values()].some((byUri) =>
        [...byUri.keys()].some((other) => keyOf(other) === keyOf(uri)),
      );
      if (wasPushed && !features.relatedDocuments) await connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    closed: async (uri) => {
      const key = keyOf(uri);
      pushed.delete(key);
      pulls.delete(key);
      await pushElsewhere(key, new Map());
      elsewhere.delete(key);
      if (features.pullsDiagnostics) return;
      await connection.sendDiagnostics({ uri, diagnostics: [] });
      await pushAll();
    },
  };
}

function full(diagnostics: readonly Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items: [...diagnostics] };
}

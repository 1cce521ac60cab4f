import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import { DIAGNOSTIC_SOURCE } from '../protocol.js';
import type { SessionFeature } from './feature.js';

/** Findings, for clients that ask for them. A newer request, or a burst of keystrokes, replaces an older one. */
export const diagnostic: SessionFeature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
  method: 'textDocument/diagnostic',
  capability: ({ pullsDiagnostics }) =>
    pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: DIAGNOSTIC_SOURCE,
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {},
  needs: 'session',
  answer: (session, params, token) => session.pull(params, token),
};

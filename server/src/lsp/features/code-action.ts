import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { FIX_ALL_KIND } from '../protocol.js';
import type { SessionFeature } from './feature.js';

/** Fixes of the findings that a client shows, and what else can be done about them. */
export const codeAction: SessionFeature<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  capability: ({ codeActionLiterals }) =>
    codeActionLiterals ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] } } : {},
  needs: 'session',
  answer: ({ actions }, params) => actions.provide(params),
};

/** Makes the edit of a fix that somebody chose: only now is there a new secret. */
export const codeActionResolve: SessionFeature<CodeAction, CodeAction> = {
  method: 'codeAction/resolve',
  capability: ({ codeActionLiterals, resolvesCodeActionEdits: resolveProvider }) =>
    codeActionLiterals ? { codeActionProvider: { resolveProvider } } : {},
  needs: 'session',
  answer: ({ actions }, action) => actions.resolve(action),
};

import type { ExecuteCommandParams } from 'vscode-languageserver';
import { OPEN_PAGE_COMMAND } from '../protocol.js';
import type { SessionFeature } from './feature.js';

/** Shows the page of a rule, for clients that can show one. */
export const executeCommand: SessionFeature<ExecuteCommandParams, null> = {
  method: 'workspace/executeCommand',
  capability: ({ showsDocuments }) =>
    showsDocuments ? { executeCommandProvider: { commands: [OPEN_PAGE_COMMAND] } } : {},
  needs: 'session',
  answer: async ({ showPage }, { command, arguments: [page] = [] }) => {
    if (command === OPEN_PAGE_COMMAND && typeof page === 'string') await showPage(page);
    return null;
  },
};

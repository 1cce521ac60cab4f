import { commands, type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FIX_ALL, type FixAllResult } from './protocol.js';

/** Applies every safe fix of a file at once, and says how much is left to decide. */
export async function fixAll(client: BaseLanguageClient, editor: TextEditor | undefined): Promise<void> {
  if (!editor) return;
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const result = await client.sendRequest<FixAllResult | null>(FIX_ALL, { uri });
  if (!result) return;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (edit && !(await workspace.applyEdit(edit))) return;
  // Nobody waits for an answer.
  void showSummary(result);
}

async function showSummary(result: FixAllResult): Promise<void> {
  const chosen = await window.showInformationMessage(summaryOf(result), ...(result.undecided > 0 ? ['Show'] : []));
  if (chosen === 'Show') await commands.executeCommand('workbench.actions.view.problems');
}

function summaryOf({ fixed, undecided }: FixAllResult): string {
  const done = fixed === 0 ? 'Nothing is safe to fix.' : `${fixed} fixed.`;
  if (undecided === 0) return done;
  return `${done} ${undecided} ${undecided === 1 ? 'needs' : 'need'} your decision.`;
}

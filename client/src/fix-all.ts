import { type CodeAction, commands, Range, type TextEditor, window, workspace } from 'vscode';
import { FIX_ALL_KIND } from './protocol.js';

/** Applies every safe fix of a file at once, and says so where there is none. */
export async function fixAll(editor: TextEditor | undefined): Promise<void> {
  if (!editor) return;
  const { document } = editor;
  const everywhere = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    everywhere,
    FIX_ALL_KIND,
  );
  const edit = actions.find(({ kind }) => kind?.value === FIX_ALL_KIND)?.edit;
  if (edit) await workspace.applyEdit(edit);
  else window.showInformationMessage('Nothing in this file can be fixed without a decision of yours.');
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PATIENCE } from '../patience.js';

/** Opens a file of the workspace in an editor, as a person does. */
export async function openFile(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a workspace folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** What the workbench shows for a file, once it satisfies the expectation. */
export function diagnosticsWhen(
  uri: vscode.Uri,
  what: string,
  isExpected: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const diagnostics = vscode.languages.getDiagnostics(uri);
      if (!isExpected(diagnostics)) return;
      end();
      resolve(diagnostics);
    };
    const changes = vscode.languages.onDidChangeDiagnostics(look);
    const late = setTimeout(() => {
      end();
      reject(new Error(`${what}: not within ${PATIENCE / 1000} s; there is ${describe(uri)}`));
    }, PATIENCE);
    const end = () => {
      changes.dispose();
      clearTimeout(late);
    };
    look();
  });
}

/** The finding of a rule in a file, once it is there. */
export async function findingOf(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const diagnostics = await diagnosticsWhen(uri, `${rule} is found`, (all) => all.some((each) => isOf(rule, each)));
  const finding = diagnostics.find((each) => isOf(rule, each));
  assert.ok(finding);
  return finding;
}

export async function untilGone(uri: vscode.Uri, rule: string): Promise<void> {
  await diagnosticsWhen(uri, `${rule} is gone`, (all) => !all.some((each) => isOf(rule, each)));
}

/** The rule's id is the code, with or without a link to its page. */
export function isOf(rule: string, { code }: vscode.Diagnostic): boolean {
  return (typeof code === 'object' ? code.value : code) === rule;
}

export async function codeActionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  const allResolved = 20;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind.value, allResolved);
}

/** As VS Code does when somebody chooses it. */
export async function applyAction(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, 'the action has an edit');
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was applied');
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Takes back what a test did to a file. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

function describe(uri: vscode.Uri): string {
  const found = vscode.languages.getDiagnostics(uri).map(({ message, range }) => `${range.start.line + 1}: ${message}`);
  return found.length === 0 ? 'nothing' : `\n${found.join('\n')}`;
}

import {
  commands,
  type Disposable,
  env,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import { type AppliedFix, type PlaceAfter, SHOW_APPLIED_FIX } from './protocol.js';

/** Of documents, by address. */
type Texts = ReadonlyMap<string, string>;

/** Answers whether it did: not where somebody has gone on from what the fix left. */
type Undo = () => Promise<boolean>;

const STATUS_MILLISECONDS = 4_000;

/**
 * Keeps the texts that a fix of several files is about to change. VS Code's own undo would ask, in the middle of an
 * undo, in how many of them.
 */
export const keepTexts: NonNullable<Middleware['resolveCodeAction']> = async (item, token, next) => {
  const action = await next(item, token);
  const { edit, command } = action ?? {};
  if (edit && edit.size > 1 && command?.command === SHOW_APPLIED_FIX)
    command.arguments = [...(command.arguments ?? []), await textsOf(edit.entries().map(([uri]) => uri))];
  return action;
};

/** Shows what a fix has done, once it is applied. */
export function showAppliedFixes(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(SHOW_APPLIED_FIX, async (fix: AppliedFix, before?: Texts) => {
    const document = await reveal(fix.places, client);
    if (!fix.isNotable) {
      window.setStatusBarMessage(fix.message, STATUS_MILLISECONDS);
      return;
    }
    const secret = fix.secret && (await textAt(fix.secret, client));
    const undo = before ? await undoInAll(before) : document && undoInOne(document);
    // Nobody waits for an answer: the notification may stay for as long as it likes.
    void notify(fix, secret, undo);
  });
}

async function notify({ message, secret: place }: AppliedFix, secret?: string, undo?: Undo): Promise<void> {
  const copyTitle = `Copy ${place?.kind}`;
  const buttons = [...(undo ? ['Undo'] : []), ...(secret === undefined ? [] : [copyTitle])];
  const chosen = await window.showInformationMessage(message, ...buttons);
  if (chosen === copyTitle && secret !== undefined) await env.clipboard.writeText(secret);
  if (chosen === 'Undo' && undo && !(await undo()))
    window.showInformationMessage('Nothing was undone: the text has changed since the fix.');
}

/** Puts the cursor behind the first change, in the active editor where that has one. */
async function reveal(
  places: readonly PlaceAfter[],
  { protocol2CodeConverter: { asUri, asRange } }: BaseLanguageClient,
): Promise<TextDocument | undefined> {
  const active = window.activeTextEditor;
  const isActive = ({ uri }: PlaceAfter) => asUri(uri).toString() === active?.document.uri.toString();
  const place = places.find(isActive) ?? places[0];
  if (!place) return undefined;
  const editor = active && isActive(place) ? active : await window.showTextDocument(asUri(place.uri));
  const range = asRange(place.range);
  editor.selection = new Selection(range.end, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor.document;
}

async function textAt(
  { uri, range }: PlaceAfter,
  { protocol2CodeConverter: { asUri, asRange } }: BaseLanguageClient,
): Promise<string> {
  const document = await workspace.openTextDocument(asUri(uri));
  return document.getText(asRange(range));
}

/** As the person would: the fix can be done again, and a file that was saved is so again. */
function undoInOne(document: TextDocument): Undo {
  const { version } = document;
  return async () => {
    if (document.isClosed || document.version !== version) return false;
    await window.showTextDocument(document);
    await commands.executeCommand('undo');
    return true;
  };
}

async function undoInAll(before: Texts): Promise<Undo> {
  const after = await textsOf(uris(before));
  return async () => {
    const now = await textsOf(uris(before));
    if ([...after].some(([uri, text]) => now.get(uri) !== text)) return false;
    const edit = new WorkspaceEdit();
    for (const document of await documentsOf(uris(before)))
      edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), before.get(document.uri.toString()) ?? '');
    // VS Code has saved the files with a fix of several: the undone ones are to be saved like them.
    return workspace.applyEdit(edit, { isRefactoring: true });
  };
}

const uris = (texts: Texts): readonly Uri[] => [...texts.keys()].map((uri) => Uri.parse(uri, true));

function documentsOf(addresses: readonly Uri[]): Promise<readonly TextDocument[]> {
  return Promise.all(addresses.map((uri) => workspace.openTextDocument(uri)));
}

async function textsOf(addresses: readonly Uri[]): Promise<Texts> {
  const documents = await documentsOf(addresses);
  return new Map(documents.map((document) => [document.uri.toString(), document.getText()]));
}

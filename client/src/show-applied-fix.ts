import {
  commands,
  env,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { AppliedFix, PlaceAfter } from './protocol.js';
import { areStill, restore, type Texts, textsOf, urisOf } from './texts.js';

/** Answers whether it did: not where somebody has gone on from what the fix left. */
type Undo = () => Promise<boolean>;

const STATUS_MILLISECONDS = 4_000;

/** Shows the first change and says what has happened. `before`: the texts of the files, where it has changed several. */
export async function showAppliedFix(fix: AppliedFix, before: Texts | undefined): Promise<void> {
  const document = await reveal(fix.places);
  if (!fix.isNotable) {
    window.setStatusBarMessage(fix.message, STATUS_MILLISECONDS);
    return;
  }
  const secret = fix.secret && (await textAt(fix.secret));
  const undo = before ? await undoInAll(before) : document && undoInOne(document);
  // Nobody waits for an answer: the notification may stay for as long as it likes.
  void notify(fix, secret, undo);
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
async function reveal(places: readonly PlaceAfter[]): Promise<TextDocument | undefined> {
  const active = window.activeTextEditor;
  const isActive = ({ uri }: PlaceAfter) => Uri.parse(uri).toString() === active?.document.uri.toString();
  const place = places.find(isActive) ?? places[0];
  if (!place) return undefined;
  const editor = active && isActive(place) ? active : await window.showTextDocument(Uri.parse(place.uri));
  const range = rangeOf(place);
  editor.selection = new Selection(range.end, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor.document;
}

async function textAt(place: PlaceAfter): Promise<string> {
  const document = await workspace.openTextDocument(Uri.parse(place.uri));
  return document.getText(rangeOf(place));
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
  const after = await textsOf(urisOf(before));
  return async () => (await areStill(after)) && restore(before);
}

function rangeOf({ range: { start, end } }: PlaceAfter): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

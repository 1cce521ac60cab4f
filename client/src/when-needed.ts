import { type Disposable, languages, Range, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import { type Traces, tracesAfter, tracesIn } from '../../server/src/core/project/recognise/sniff.js';
import { OWN_LANGUAGES, SELECTOR } from './selector.js';

/** Waits for the first document that the server has anything to say about. */
export interface NeededServer extends Disposable {
  readonly document: Promise<void>;
}

/** Other documents cost a search when they are opened, and one in the changed lines for each key. */
export function whenServerIsNeeded(): NeededServer {
  const listeners: Disposable[] = [];
  const dispose = () => {
    for (const listener of listeners.splice(0)) listener.dispose();
  };
  const document = new Promise<void>((resolve) => {
    const known = new WeakMap<TextDocument, Traces>();
    const settle = (opened: TextDocument, traces: Traces) => {
      known.set(opened, traces);
      if (traces !== 'speaks') return;
      dispose();
      resolve();
    };
    const look = (opened: TextDocument) => {
      if (languages.match(SELECTOR, opened) > 0) settle(opened, tracesOf(opened));
    };
    listeners.push(
      workspace.onDidOpenTextDocument(look),
      workspace.onDidChangeTextDocument((event) => {
        const before = known.get(event.document);
        if (before)
          settle(
            event.document,
            tracesAfter(before, changedLines(event), () => event.document.getText()),
          );
      }),
    );
    for (const opened of workspace.textDocuments) look(opened);
  });
  return { document, dispose };
}

function tracesOf(document: TextDocument): Traces {
  return OWN_LANGUAGES.includes(document.languageId) ? 'speaks' : tracesIn(document.getText());
}

/** Of several changes the lines move against each other: then all lines. */
function changedLines({ document, contentChanges }: TextDocumentChangeEvent): string {
  const [change, ...others] = contentChanges;
  if (!change) return '';
  if (others.length > 0) return document.getText();
  const from = change.range.start.line;
  return document.getText(new Range(from, 0, from + change.text.split('\n').length, 0));
}

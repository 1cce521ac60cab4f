import { Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';

/** Of documents, by address. */
export type Texts = ReadonlyMap<string, string>;

/** The texts as the editor has them, saved or not. @throws where one cannot be opened. */
export async function textsOf(uris: readonly Uri[]): Promise<Texts> {
  const documents = await documentsOf(uris);
  return new Map(documents.map((document) => [document.uri.toString(), document.getText()]));
}

/** Whether the documents are what they were. */
export async function areStill(texts: Texts): Promise<boolean> {
  const now = await textsOf(urisOf(texts));
  return [...texts].every(([uri, text]) => now.get(uri) === text);
}

/** Answers whether it could. VS Code saves the files with it, as it does with a fix of several. */
export async function restore(texts: Texts): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const document of await documentsOf(urisOf(texts)))
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), texts.get(document.uri.toString()) ?? '');
  return workspace.applyEdit(edit, { isRefactoring: true });
}

/** The addresses of the documents, as VS Code takes them. */
export const urisOf = (texts: Texts): readonly Uri[] => [...texts.keys()].map((uri) => Uri.parse(uri, true));

function documentsOf(uris: readonly Uri[]): Promise<readonly TextDocument[]> {
  return Promise.all(uris.map((uri) => workspace.openTextDocument(uri)));
}

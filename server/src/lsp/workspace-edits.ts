import type { ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver';
import { needsReview } from '../core/service.js';
import type { ClientFeatures } from './client-features.js';
import type { FileChange, ProtocolFix } from './protocol-fix.js';

const ANNOTATION = 'review';

/** A fix as the client can take it: with the versions it was made for, and asking first where it is not safe. */
export function workspaceEditOf({ title, effect, changes }: ProtocolFix, features: ClientFeatures): WorkspaceEdit {
  if (!features.versionedEdits) return { changes: editsByUri(changes) };
  const asksFirst = needsReview(effect) && features.changeAnnotations;
  const documentChanges = changes.map(({ uri, version, edits }) => ({
    textDocument: { uri, version },
    edits: edits.map((edit) => (asksFirst ? { ...edit, annotationId: ANNOTATION } : edit)),
  }));
  if (!asksFirst) return { documentChanges };
  const annotation: ChangeAnnotation = {
    label: title,
    needsConfirmation: true,
    description: 'It changes what the server does: look at it first.',
  };
  return { documentChanges, changeAnnotations: { [ANNOTATION]: annotation } };
}

function editsByUri(changes: readonly FileChange[]): NonNullable<WorkspaceEdit['changes']> {
  return Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]]));
}

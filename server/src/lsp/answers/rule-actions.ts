import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import { type SuppressionKind, suppressionComment } from '../../core/service.js';
import type { Client } from '../client.js';
import type { OpenDocument } from '../documents/open-document.js';
import { startOfLine } from '../documents/places.js';
import { OPEN_PAGE_COMMAND } from '../protocol.js';
import type { Report } from './reports.js';
import { workspaceEditOf } from './workspace-edits.js';

const SUPPRESSIONS: readonly { readonly kind: SuppressionKind; readonly where: string }[] = [
  { kind: 'disable-next-line', where: 'on this line' },
  { kind: 'disable', where: 'in this file' },
];

/** Whether a comment above a line of the protocol would become part of the line before it. */
export function isReadWithAnother({ document, results }: Report, protocolLine: number): boolean {
  const { line } = document.places.fromProtocol(startOfLine(protocolLine).start);
  return results.some(({ config }) =>
    config.joinedLines.some((joined) => joined.source === document.path && joined.line === line),
  );
}

/** Comments that switch a rule off, but above joined lines; not for ACL files, which have none before Redis 8.8. */
export function suppressions(
  document: OpenDocument,
  diagnostic: Diagnostic,
  client: Client,
  isJoined: (line: number) => boolean,
  isSound: (comment: TextEdit) => boolean,
): readonly CodeAction[] {
  const rule = String(diagnostic.code ?? '');
  if (rule === '') return [];
  const lineEnding = document.file.lines.at(0)?.text.endsWith('\r') ? '\r\n' : '\n';
  return SUPPRESSIONS.flatMap(({ kind, where }) => {
    const line = kind === 'disable' ? 0 : diagnostic.range.start.line;
    if (isJoined(line)) return [];
    const indent = kind === 'disable' ? '' : indentOf(document, line);
    const comment = indent + suppressionComment(kind, rule) + lineEnding;
    const textEdit: TextEdit = { range: startOfLine(line), newText: comment };
    if (!isSound(textEdit)) return [];
    const edit = workspaceEditOf([{ uri: document.uri, version: document.version, edits: [textEdit] }], client);
    return { title: `Disable ${rule} ${where}`, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit };
  });
}

/** A block of a document ends where a line begins before it; a configuration by itself knows no indentation. */
function indentOf({ traces, file, places }: OpenDocument, protocolLine: number): string {
  if (traces === undefined) return '';
  const { line } = places.fromProtocol(startOfLine(protocolLine).start);
  return /^[ \t]*/.exec(file.lines.at(line)?.text ?? '')?.[0] ?? '';
}

/** For clients that show documents at an address. */
export function openPage(diagnostic: Diagnostic): readonly CodeAction[] {
  const { code, codeDescription } = diagnostic;
  if (!codeDescription) return [];
  const title = `Open the page of ${code}`;
  const command = { title, command: OPEN_PAGE_COMMAND, arguments: [codeDescription.href] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command }];
}

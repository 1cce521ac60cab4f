import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver';
import { hostEdits, type SuppressionKind, safeEdits, suppressionComment } from '../core/service.js';
import { type ClientFeatures, isRecord } from './client-features.js';
import type { Documents } from './documents.js';
import type { Host } from './host.js';
import { toProtocolRange } from './line-map.js';
import type { OpenDocument } from './open-document.js';
import { DIAGNOSTIC_SOURCE, FIX_ALL_KIND, OPEN_PAGE_COMMAND } from './protocol.js';
import { isProtocolFix, type ProtocolFix } from './protocol-fix.js';
import type { Reports } from './reports.js';
import { waitsForSecret, withNewSecret } from './secrets.js';
import { workspaceEditOf } from './workspace-edits.js';

export interface CodeActions {
  readonly provide: (params: CodeActionParams) => Promise<CodeAction[]>;
  /** Makes the secret that a chosen fix waits for. */
  readonly resolve: (action: CodeAction) => Promise<CodeAction>;
}

export function createCodeActions(
  documents: Documents,
  reports: Reports,
  features: ClientFeatures,
  host: Host,
): CodeActions {
  const actionFor = async (fix: ProtocolFix, diagnostic: Diagnostic): Promise<CodeAction> => {
    const action: CodeAction = {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(features.preferredCodeActions && fix.isPreferred ? { isPreferred: true } : {}),
    };
    if (!waitsForSecret(fix)) return { ...action, edit: workspaceEditOf(fix, features) };
    if (features.resolvesCodeActionEdits) return { ...action, data: { fix } };
    return { ...action, edit: workspaceEditOf(await withNewSecret(fix, host), features) };
  };

  const quickFixes = async (document: OpenDocument, diagnostics: readonly Diagnostic[]): Promise<CodeAction[]> => {
    const actions: CodeAction[] = [];
    const report = await reports.of(document.uri);
    for (const diagnostic of diagnostics) {
      const current = report?.fixesOf(diagnostic).filter((fix) => isForCurrentVersions(fix, documents)) ?? [];
      for (const fix of current) actions.push(await actionFor(fix, diagnostic));
    }
    const others = diagnostics.flatMap((diagnostic) => [
      ...suppressions(document, diagnostic, features),
      ...(features.showsDocuments ? openPage(diagnostic) : []),
    ]);
    return [...actions, ...others];
  };

  return {
    provide: async ({ textDocument: { uri }, context: { diagnostics, only } }) => {
      const document = documents.get(uri);
      if (!document || !features.codeActionLiterals) return [];
      const own = diagnostics.filter(({ source }) => source === DIAGNOSTIC_SOURCE);
      const actions = asksFor(only, CodeActionKind.QuickFix) ? await quickFixes(document, own) : [];
      return only && asksFor(only, FIX_ALL_KIND) ? [...actions, ...(await fixAll(uri, reports, features))] : actions;
    },
    resolve: async (action) => {
      const fix: unknown = isRecord(action.data) ? action.data.fix : undefined;
      if (!isProtocolFix(fix)) return action;
      const { data: _, ...rest } = action;
      return { ...rest, edit: workspaceEditOf(await withNewSecret(fix, host), features) };
    },
  };
}

/** `source` asks for `source.fixAll` too; nothing asked for is everything. */
function asksFor(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '') ?? true;
}

/** A fix that was made for a text which has changed since would spoil it. */
function isForCurrentVersions({ changes }: ProtocolFix, documents: Documents): boolean {
  return (
    changes.length > 0 &&
    changes.every(({ uri, version }) => {
      const document = documents.get(uri);
      return document === undefined || document.version === version;
    })
  );
}

const SUPPRESSIONS: readonly { readonly kind: SuppressionKind; readonly where: string }[] = [
  { kind: 'disable-next-line', where: 'on this line' },
  { kind: 'disable', where: 'in this file' },
];

/** ACL files have no comments before Redis 8.8. */
function suppressions(document: OpenDocument, diagnostic: Diagnostic, features: ClientFeatures): readonly CodeAction[] {
  const rule = String(diagnostic.code ?? '');
  if (rule === '' || document.languageId === 'redis-acl' || document.path.endsWith('.acl')) return [];
  const lineEnding = document.file.lines[0]?.text.endsWith('\r') ? '\r\n' : '\n';
  return SUPPRESSIONS.map(({ kind, where }) => {
    const line = kind === 'disable' ? 0 : diagnostic.range.start.line;
    const at = { line, character: 0 };
    const edit: TextEdit = { range: { start: at, end: at }, newText: suppressionComment(kind, rule) + lineEnding };
    const title = `Disable ${rule} ${where}`;
    const changes = [{ uri: document.uri, version: document.version, edits: [edit] }];
    const fix: ProtocolFix = { title, effect: 'safe', isPreferred: false, changes };
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: workspaceEditOf(fix, features) };
  });
}

function openPage(diagnostic: Diagnostic): readonly CodeAction[] {
  const { code, codeDescription } = diagnostic;
  if (!codeDescription) return [];
  const title = `Open the page of ${code}`;
  const command = { title, command: OPEN_PAGE_COMMAND, arguments: [codeDescription.href] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command }];
}

async function fixAll(uri: string, reports: Reports, features: ClientFeatures): Promise<readonly CodeAction[]> {
  const report = await reports.of(uri);
  if (!report) return [];
  const { document, analyses } = report;
  const findings = analyses.flatMap(({ result }) => result.findings.filter(({ at }) => at.path === document.path));
  const edits = hostEdits(document.file, safeEdits(findings, document.path));
  if (edits.length === 0) return [];
  const title = 'Apply all safe fixes of Redis Config Lint';
  const change = {
    uri: document.uri,
    version: document.version,
    edits: edits.map(({ range, newText }) => ({ range: toProtocolRange(document.lineMap, range), newText })),
  };
  const fix: ProtocolFix = { title, effect: 'safe', isPreferred: false, changes: [change] };
  return [{ title, kind: FIX_ALL_KIND, edit: workspaceEditOf(fix, features) }];
}

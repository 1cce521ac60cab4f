import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver';
import { isAclFile, isSafe } from '../../core/service.js';
import { isRecord } from '../client.js';
import type { OpenDocument } from '../documents/open-document.js';
import { DIAGNOSTIC_SOURCE, FIX_ALL_KIND, type FixAllResult } from '../protocol.js';
import type { Analyses } from './analysis.js';
import { changesNothing, fixAllOf } from './fix-all.js';
import { isProtocolFix } from './protocol-fix.js';
import { editOfChosen, type FixMaking, quickFixes } from './quick-fixes.js';
import type { Report, Reports } from './reports.js';
import { isReadWithAnother, openPage, suppressions } from './rule-actions.js';
import { isSoundComment } from './sound-comments.js';
import { workspaceEditOf } from './workspace-edits.js';

/** What can be done about findings. */
export interface CodeActions {
  readonly provide: (params: CodeActionParams) => Promise<CodeAction[]>;
  /** Makes the edit of a fix that was chosen, with the secret that it waits for. */
  readonly resolve: (action: CodeAction) => Promise<CodeAction>;
  /** What "fix all" does to a document; null where it is not open. */
  readonly fixAll: (uri: string) => Promise<FixAllResult | null>;
}

interface Parts extends FixMaking {
  readonly reports: Reports;
  readonly analyses: Pick<Analyses, 'withTexts'>;
}

/** What clients that know no literals of code actions ask for is answered with none. */
export function createCodeActions(parts: Parts): CodeActions {
  const { reports, analyses, client } = parts;
  return {
    provide: (params) => provide(params, parts),
    resolve: async (action) => {
      const fix: unknown = isRecord(action.data) ? action.data.fix : undefined;
      if (!isProtocolFix(fix)) return action;
      const { data: _, ...rest } = action;
      return { ...rest, edit: await editOfChosen(fix, parts) };
    },
    fixAll: async (uri) => {
      const report = await reports.of(uri);
      if (!report) return null;
      const { change, fixed, undecided } = fixAllOf(report, analyses);
      return { edit: change ? workspaceEditOf([change], client) : null, fixed, undecided };
    },
  };
}

async function provide(
  { textDocument: { uri }, context: { diagnostics, only } }: CodeActionParams,
  parts: Parts,
): Promise<CodeAction[]> {
  const { documents, reports, client } = parts;
  const document = documents.get(uri);
  if (!document || !client.codeActionLiterals) return [];
  const own = diagnostics.filter(({ source }) => source === DIAGNOSTIC_SOURCE);
  const actions = asksFor(only, CodeActionKind.QuickFix) ? await actionsFor(document, own, parts) : [];
  const report = only && asksFor(only, FIX_ALL_KIND) ? await reports.of(uri) : undefined;
  return report ? [...actions, ...fixAllAction(report, only ?? [], parts)] : actions;
}

async function actionsFor(
  document: OpenDocument,
  diagnostics: readonly Diagnostic[],
  parts: Parts,
): Promise<CodeAction[]> {
  const { reports, analyses, client } = parts;
  const report = await reports.of(document.uri);
  const fixes = report ? await quickFixes(report, diagnostics, parts) : [];
  const isAcl = report?.results.some(({ config }) => isAclFile(config, document.path)) ?? false;
  const isJoined = (line: number) => report !== undefined && isReadWithAnother(report, line);
  const isSound = (comment: TextEdit) => report !== undefined && isSoundComment(report, comment, analyses);
  const others = diagnostics.flatMap((diagnostic) => [
    ...(isAcl ? [] : suppressions(document, diagnostic, client, isJoined, isSound)),
    ...(client.showsDocuments ? openPage(diagnostic) : []),
  ]);
  return [...fixes, ...others];
}

/**
 * `source.fixAll` is switched on for all languages, often for another tool's sake: on a file of a server in use it must
 * change nothing for anybody. Who asks for ours gets what is safe.
 */
function fixAllAction(report: Report, only: readonly string[], { analyses, client }: Parts): readonly CodeAction[] {
  const isOurs = only.includes(FIX_ALL_KIND);
  const { change } = fixAllOf(report, analyses, isOurs ? isSafe : changesNothing);
  if (!change) return [];
  const title = isOurs ? 'Apply all safe fixes of Redis Config Lint' : 'Apply the fixes that change nothing in effect';
  return [{ title, kind: FIX_ALL_KIND, edit: workspaceEditOf([change], client) }];
}

/** `source` asks for `source.fixAll` too; nothing asked for is everything. */
function asksFor(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '') ?? true;
}

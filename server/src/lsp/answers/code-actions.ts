import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isAclFile, isSafe } from '../../core/service.js';
import { type ClientFeatures, isRecord } from '../client-features.js';
import type { Documents } from '../documents/documents.js';
import type { OpenDocument } from '../documents/open-document.js';
import type { Host } from '../host.js';
import { APPLIED_FIX_COMMAND, DIAGNOSTIC_SOURCE, FIX_ALL_KIND, type FixAllResult } from '../protocol.js';
import type { Analyses } from './analysis.js';
import { appliedFixOf } from './applied-fix.js';
import { changesNothing, fixAllOf } from './fix-all.js';
import { isProtocolFix, type ProtocolFix } from './protocol-fix.js';
import type { Report, Reports } from './reports.js';
import { isReadWithAnother, openPage, suppressions } from './rule-actions.js';
import { waitsForSecret, withNewSecret } from './secrets.js';
import { workspaceEditOf } from './workspace-edits.js';

export interface CodeActions {
  readonly provide: (params: CodeActionParams) => Promise<CodeAction[]>;
  /** Makes the edit of a fix that was chosen, with the secret that it waits for. */
  readonly resolve: (action: CodeAction) => Promise<CodeAction>;
  /** What "fix all" does to a document; null where it is not open. */
  readonly fixAll: (uri: string) => Promise<FixAllResult | null>;
}

export function createCodeActions(
  documents: Documents,
  reports: Reports,
  analyses: Pick<Analyses, 'withTexts'>,
  features: ClientFeatures,
  host: Host,
): CodeActions {
  const showsAppliedFixes = features.options.appliedFixes === true;
  /** A client that can take back what several files have become has to look at them before. */
  const isResolvedLater = (fix: ProtocolFix): boolean =>
    features.resolvesCodeActionEdits && (waitsForSecret(fix) || (showsAppliedFixes && fix.changes.length > 1));

  const editOf = async (fix: ProtocolFix): Promise<WorkspaceEdit> =>
    workspaceEditOf((await withNewSecret(fix, host)).changes, features);

  const quickFix = async ({ fix, diagnostics }: OfferedFix): Promise<CodeAction> => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [...diagnostics],
    ...(features.preferredCodeActions && fix.isPreferred ? { isPreferred: true } : {}),
    ...(isResolvedLater(fix) ? { data: { fix } } : { edit: await editOf(fix) }),
    ...(showsAppliedFixes ? { command: showAppliedFix(fix) } : {}),
  });

  const quickFixes = async (document: OpenDocument, diagnostics: readonly Diagnostic[]): Promise<CodeAction[]> => {
    const report = await reports.of(document.uri);
    const offered = report ? offeredFixes(report, diagnostics) : [];
    const current = offered.filter(({ fix }) => isForCurrentVersions(fix, documents));
    const fixes = await Promise.all(current.map(quickFix));
    const isAcl = report?.analyses.some(({ result }) => isAclFile(result.config, document.path)) ?? false;
    const isJoined = (line: number) => report !== undefined && isReadWithAnother(report, line);
    const others = diagnostics.flatMap((diagnostic) => [
      ...(isAcl ? [] : suppressions(document, diagnostic, features, isJoined)),
      ...(features.showsDocuments ? openPage(diagnostic) : []),
    ]);
    return [...fixes, ...others];
  };

  /**
   * `source.fixAll` is switched on for all languages, often for another tool's sake: on a file of a server in use it must
   * change nothing for anybody. Who asks for ours gets what is safe.
   */
  const fixAllAction = (report: Report, only: readonly string[]): readonly CodeAction[] => {
    const isOurs = only.includes(FIX_ALL_KIND);
    const { change } = fixAllOf(report, analyses, isOurs ? isSafe : changesNothing);
    if (!change) return [];
    const title = isOurs
      ? 'Apply all safe fixes of Redis Config Lint'
      : 'Apply the fixes that change nothing in effect';
    return [{ title, kind: FIX_ALL_KIND, edit: workspaceEditOf([change], features) }];
  };

  return {
    provide: async ({ textDocument: { uri }, context: { diagnostics, only } }) => {
      const document = documents.get(uri);
      if (!document || !features.codeActionLiterals) return [];
      const own = diagnostics.filter(({ source }) => source === DIAGNOSTIC_SOURCE);
      const actions = asksFor(only, CodeActionKind.QuickFix) ? await quickFixes(document, own) : [];
      const report = only && asksFor(only, FIX_ALL_KIND) ? await reports.of(uri) : undefined;
      return report ? [...actions, ...fixAllAction(report, only ?? [])] : actions;
    },
    resolve: async (action) => {
      const fix: unknown = isRecord(action.data) ? action.data.fix : undefined;
      if (!isProtocolFix(fix)) return action;
      if (!isForCurrentVersions(fix, documents)) throw outdated();
      const { data: _, ...rest } = action;
      return { ...rest, edit: await editOf(fix) };
    },
    fixAll: async (uri) => {
      const report = await reports.of(uri);
      if (!report) return null;
      const { change, fixed, undecided } = fixAllOf(report, analyses);
      return { edit: change ? workspaceEditOf([change], features) : null, fixed, undecided };
    },
  };
}

interface OfferedFix {
  readonly fix: ProtocolFix;
  readonly diagnostics: readonly Diagnostic[];
}

/** In the order of the diagnostics; what helps against several of them is offered once. */
function offeredFixes(report: Report, diagnostics: readonly Diagnostic[]): readonly OfferedFix[] {
  const offered = new Map<string, OfferedFix>();
  for (const diagnostic of diagnostics) {
    for (const fix of report.fixesOf(diagnostic)) {
      const key = JSON.stringify([fix.title, fix.changes]);
      const before = offered.get(key);
      offered.set(key, { fix: before?.fix ?? fix, diagnostics: [...(before?.diagnostics ?? []), diagnostic] });
    }
  }
  return [...offered.values()];
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

function showAppliedFix(fix: ProtocolFix): Command {
  return { title: fix.title, command: APPLIED_FIX_COMMAND, arguments: [appliedFixOf(fix)] };
}

function outdated(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed since the fix was offered');
}

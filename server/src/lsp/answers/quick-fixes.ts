import {
  type CodeAction,
  CodeActionKind,
  type Command,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { Documents } from '../documents/documents.js';
import type { Host } from '../host.js';
import { APPLIED_FIX_COMMAND } from '../protocol.js';
import { appliedFixOf } from './applied-fix.js';
import type { ProtocolFix } from './protocol-fix.js';
import type { Report } from './reports.js';
import { waitsForSecret, withNewSecret } from './secrets.js';
import { workspaceEditOf } from './workspace-edits.js';

/** What a fix becomes an action with. */
export interface FixMaking {
  readonly documents: Documents;
  readonly client: Client;
  readonly host: Host;
}

/** The fixes of some diagnostics that a client shows, as far as the texts that they were made for still stand. */
export async function quickFixes(
  report: Report,
  diagnostics: readonly Diagnostic[],
  making: FixMaking,
): Promise<CodeAction[]> {
  const offered = offeredFixes(report, diagnostics).filter(({ fix }) => isForCurrentVersions(fix, making.documents));
  const actions = await Promise.all(offered.map((offer) => quickFix(offer, making)));
  return making.client.disabledCodeActions ? [...actions, ...refusedFixes(report, diagnostics)] : actions;
}

/** For clients that show what cannot be chosen, and why. */
function refusedFixes(report: Report, diagnostics: readonly Diagnostic[]): readonly CodeAction[] {
  return diagnostics.flatMap((diagnostic) =>
    report.fixesOf(diagnostic).refused.map(({ title, reason }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      disabled: { reason },
    })),
  );
}

/** The edit of a fix that was chosen, with the secret that it waits for. @throws ResponseError `ContentModified`. */
export async function editOfChosen(fix: ProtocolFix, making: FixMaking): Promise<WorkspaceEdit> {
  if (!isForCurrentVersions(fix, making.documents)) throw outdated();
  return editOf(fix, making);
}

interface OfferedFix {
  readonly fix: ProtocolFix;
  readonly diagnostics: readonly Diagnostic[];
}

/** In the order of the diagnostics; what helps against several of them is offered once. */
function offeredFixes(report: Report, diagnostics: readonly Diagnostic[]): readonly OfferedFix[] {
  const offered = new Map<string, OfferedFix>();
  for (const diagnostic of diagnostics) {
    for (const fix of report.fixesOf(diagnostic).fixes) {
      const key = JSON.stringify([fix.title, fix.changes]);
      const before = offered.get(key);
      offered.set(key, { fix: before?.fix ?? fix, diagnostics: [...(before?.diagnostics ?? []), diagnostic] });
    }
  }
  return [...offered.values()];
}

async function quickFix({ fix, diagnostics }: OfferedFix, making: FixMaking): Promise<CodeAction> {
  const { client } = making;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [...diagnostics],
    ...(client.preferredCodeActions && fix.isPreferred ? { isPreferred: true } : {}),
    ...(isResolvedLater(fix, client) ? { data: { fix } } : { edit: await editOf(fix, making) }),
    ...(client.options.appliedFixes === true ? { command: showAppliedFix(fix) } : {}),
  };
}

/** A client that can take back what several files have become has to look at them before. */
function isResolvedLater(fix: ProtocolFix, { options, resolvesCodeActionEdits }: Client): boolean {
  const isOfSeveralFiles = options.appliedFixes === true && fix.changes.length > 1;
  return resolvesCodeActionEdits && (waitsForSecret(fix) || isOfSeveralFiles);
}

async function editOf(fix: ProtocolFix, { client, host }: FixMaking): Promise<WorkspaceEdit> {
  return workspaceEditOf((await withNewSecret(fix, host)).changes, client);
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

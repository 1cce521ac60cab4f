import type { DiagnosticTag, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.js';

/** What the client can do, as far as it changes what the server does. */
export interface Client {
  readonly options: InitializationOptions;
  /** Addresses of the workspace folders at the start. */
  readonly folders: readonly string[];
  readonly changesFolders: boolean;
  readonly pullsDiagnostics: boolean;
  readonly relatedDocuments: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchedFiles: boolean;
  readonly watchesRelativePatterns: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: readonly DiagnosticTag[];
  readonly codeActionLiterals: boolean;
  readonly preferredCodeActions: boolean;
  readonly disabledCodeActions: boolean;
  readonly resolvesCodeActionEdits: boolean;
  readonly versionedEdits: boolean;
  readonly showsDocuments: boolean;
}

/** What a client does not mention it cannot do. */
export function clientOf(params: InitializeParams): Client {
  const { capabilities, initializationOptions } = params;
  const { textDocument, workspace, window } = capabilities;
  const pushed = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const codeAction = textDocument?.codeAction;
  return {
    options: isRecord(initializationOptions) ? initializationOptions : {},
    folders: foldersOf(params),
    changesFolders: workspace?.workspaceFolders ?? false,
    pullsDiagnostics: pulled !== undefined,
    relatedDocuments: pulled?.relatedDocumentSupport ?? false,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    hasConfiguration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    watchesRelativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport ?? false,
    relatedInformation: (pulled?.relatedInformation ?? pushed?.relatedInformation) || false,
    diagnosticTags: (pulled?.tagSupport ?? pushed?.tagSupport)?.valueSet ?? [],
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    preferredCodeActions: codeAction?.isPreferredSupport ?? false,
    disabledCodeActions: codeAction?.disabledSupport ?? false,
    resolvesCodeActionEdits:
      (codeAction?.dataSupport && codeAction.resolveSupport?.properties.includes('edit')) || false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    showsDocuments: window?.showDocument?.support ?? false,
  };
}

/** A client that knows no folders has at most a root. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

/** Whether a value that came over the wire has names to look up; an array has none. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

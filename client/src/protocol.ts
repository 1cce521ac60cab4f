import type { Range, WorkspaceEdit } from 'vscode-languageclient';

/**
 * What the server speaks beyond the Language Server Protocol, as this client sees it. It repeats server/src/lsp/protocol.ts,
 * for the client holds no server code; a test keeps the two the same.
 */
export interface DocumentStatus {
  readonly uri: string;
  readonly dialect: 'server' | 'sentinel' | 'acl';
  readonly target: string;
  readonly targetId: string;
  readonly targetSource: 'setting' | 'project' | 'comment' | 'image' | 'chart' | 'file-name' | 'directives' | 'default';
  readonly targetReason: string;
  readonly counts: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
  readonly starts: 'yes' | 'no' | 'unknown';
  readonly tone: 'refused' | 'unknown' | 'open' | 'weak' | 'fine';
  readonly short: string;
  readonly sentence: string;
}

export interface InitializationOptions {
  readonly status?: boolean;
  readonly fileSystem?: boolean;
  readonly appliedFixes?: boolean;
  readonly isTrusted?: boolean;
}

export interface TrustParams {
  readonly isTrusted: boolean;
}

/** In bytes: beyond this it is no configuration that anybody wrote. */
export const LARGEST_FILE = 10_000_000;

export interface Unreadable {
  readonly status: 'unknown';
  readonly reason: 'forbidden' | 'special' | 'too-large' | 'not-loaded' | 'failed';
}

export type ReadFileResult =
  | { readonly status: 'found'; readonly base64: string }
  | { readonly status: 'missing' }
  | Unreadable;

export type ListFolderResult =
  | { readonly status: 'found'; readonly names: readonly string[] }
  | { readonly status: 'missing' }
  | Unreadable;

export interface FileParams {
  readonly uri: string;
}

export interface PlaceAfter {
  readonly uri: string;
  readonly range: Range;
}

export interface AppliedFix {
  readonly message: string;
  readonly isNotable: boolean;
  readonly places: readonly PlaceAfter[];
  readonly secret?: PlaceAfter & { readonly kind: 'password' | 'name' };
}

export interface FixAllResult {
  readonly edit: WorkspaceEdit | null;
  readonly fixed: number;
  readonly undecided: number;
}

export const STATUS = 'redisConfLint/status';
export const TRUST = 'redisConfLint/didChangeTrust';
export const READ_FILE = 'redisConfLint/readFile';
export const LIST_FOLDER = 'redisConfLint/listFolder';
export const FIX_ALL = 'redisConfLint/fixAll';
export const SHOW_APPLIED_FIX = 'redisConfLint.showAppliedFix';

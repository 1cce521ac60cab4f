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

/** What this client can do beyond the protocol. */
export interface InitializationOptions {
  readonly status?: boolean;
  readonly fileSystem?: boolean;
  readonly appliedFixes?: boolean;
  readonly isTrusted?: boolean;
}

/** What the person has decided about the workspace. */
export interface TrustParams {
  readonly isTrusted: boolean;
}

/** In bytes: beyond this it is no configuration that anybody wrote. */
export const LARGEST_FILE = 10_000_000;

/** Why a file cannot be told: the server says so, and takes nothing for granted. */
export interface Unreadable {
  readonly status: 'unknown';
  readonly reason: 'forbidden' | 'special' | 'too-large' | 'not-loaded' | 'failed';
}

/** `base64`: the bytes of the file; a folder opens and reads empty. */
export type ReadFileResult =
  | { readonly status: 'found'; readonly base64: string }
  | { readonly status: 'missing' }
  | Unreadable;

/** The names in a folder, without the folder; in any order. */
export type ListFolderResult =
  | { readonly status: 'found'; readonly names: readonly string[] }
  | { readonly status: 'missing' }
  | Unreadable;

/** Which file or folder the server needs. */
export interface FileParams {
  readonly uri: string;
}

/** A place in a document as it is after a fix. */
export interface PlaceAfter {
  readonly uri: string;
  readonly range: Range;
}

/** What is told of a fix once it is applied; it holds no secret, only the place where one stands. */
export interface AppliedFix {
  readonly message: string;
  readonly isNotable: boolean;
  readonly places: readonly PlaceAfter[];
  readonly secret?: PlaceAfter & { readonly kind: 'password' | 'name' };
}

/** The edit of all safe fixes, null where there are none; and how many findings need a decision then. */
export interface FixAllResult {
  readonly edit: WorkspaceEdit | null;
  readonly fixed: number;
  readonly undecided: number;
}

/** Asked for one document, and notified of each that was analysed. */
export const STATUS = 'redisConfLint/status';
/** Notifies the server when trust comes. */
export const TRUST = 'redisConfLint/didChangeTrust';
/** Asked by the server where it cannot read a file itself. */
export const READ_FILE = 'redisConfLint/readFile';
/** Asked by the server where it cannot list a folder itself. */
export const LIST_FOLDER = 'redisConfLint/listFolder';
/** Asks for a `FixAllResult`. */
export const FIX_ALL = 'redisConfLint/fixAll';
/** The command of a fix that the server offers; its argument is an `AppliedFix`. */
export const SHOW_APPLIED_FIX = 'redisConfLint.showAppliedFix';

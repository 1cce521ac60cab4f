import { NotificationType, type Range, RequestType, type WorkspaceEdit } from 'vscode-languageserver';

/**
 * What this server speaks beyond the Language Server Protocol. All of it is optional: a client opts in through its
 * `initializationOptions`.
 */
export interface InitializationOptions {
  /** The client shows the status of a document: it gets `redisConfLint/status` after each analysis. */
  readonly status?: boolean;
  /** The client answers `redisConfLint/readFile` and `redisConfLint/listFolder`. */
  readonly fileSystem?: boolean;
  /**
   * The client has the command `redisConfLint.showAppliedFix`: it tells what a fix has done once it is applied. Where
   * it resolves edits, it gets those of several files so, and can look at the files before.
   */
  readonly appliedFixes?: boolean;
  /**
   * Whether the person trusts the workspace; missing: the client does not ask that. Where they do not, nothing outside
   * the workspace folder is read, whatever the settings say.
   */
  readonly isTrusted?: boolean;
  /** Settings, for clients without `workspace/configuration`; the same shape as the section `redisConfLint`. */
  readonly settings?: unknown;
}

/** Which document is asked about. */
export interface StatusParams {
  readonly uri: string;
}

/** What a status item shows of one document. A document that starts no server has no target: empty texts. */
export interface DocumentStatus {
  readonly uri: string;
  readonly dialect: 'server' | 'sentinel' | 'acl';
  /** In words: `Redis 8.6.3`. */
  readonly target: string;
  /** As the setting takes it: `redis-8.6.3`. */
  readonly targetId: string;
  /** What said so. */
  readonly targetSource: 'setting' | 'project' | 'comment' | 'image' | 'chart' | 'file-name' | 'directives' | 'default';
  /** The same in words, with the file that says it; or which files contradict each other. */
  readonly targetReason: string;
  readonly counts: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
  /** Whether the target starts with it. */
  readonly starts: 'yes' | 'no' | 'unknown';
  /** Whether it lets strangers in, the first that applies. */
  readonly tone: 'refused' | 'unknown' | 'open' | 'weak' | 'fine';
  /** The same in two words: `No password`. */
  readonly short: string;
  /** The same in whole sentences: `Open to the network without a password, TLS off.` */
  readonly sentence: string;
}

/** Client to server: the status of an open document; null for any other. */
export const STATUS_REQUEST = new RequestType<StatusParams, DocumentStatus | null, void>('redisConfLint/status');
/** Server to client, with `initializationOptions.status`: the status of a document that was analysed. */
export const STATUS_NOTIFICATION = new NotificationType<DocumentStatus>('redisConfLint/status');

/** What the person has decided about the workspace. */
export interface TrustParams {
  readonly isTrusted: boolean;
}

/** Client to server: the person has decided whether to trust the workspace. */
export const TRUST_NOTIFICATION = new NotificationType<TrustParams>('redisConfLint/didChangeTrust');

/** Which file or folder the server needs, by the address that its client knows it by. */
export interface FileParams {
  readonly uri: string;
}

/** Why there is no answer; `not-loaded`: the client has no access to such addresses. */
export interface Unreadable {
  readonly status: 'unknown';
  readonly reason: 'forbidden' | 'special' | 'too-large' | 'not-loaded' | 'failed';
}

/** `base64`: the bytes of the file. A folder opens and reads empty. At most 10 MB are read. */
export type ReadFileResult =
  | { readonly status: 'found'; readonly base64: string }
  | { readonly status: 'missing' }
  | Unreadable;

/** The names in a folder, without the folder; in any order. */
export type ListFolderResult =
  | { readonly status: 'found'; readonly names: readonly string[] }
  | { readonly status: 'missing' }
  | Unreadable;

/** Server to client, with `initializationOptions.fileSystem`: where the server cannot read files itself. */
export const READ_FILE_REQUEST = new RequestType<FileParams, ReadFileResult, void>('redisConfLint/readFile');
/** The same for what an `include` with a pattern matches. */
export const LIST_FOLDER_REQUEST = new RequestType<FileParams, ListFolderResult, void>('redisConfLint/listFolder');

/** A place in a document as it is after a fix. */
export interface PlaceAfter {
  readonly uri: string;
  readonly range: Range;
}

/** What a client shows once it has applied a fix. It holds no secret, only the place where one stands. */
export interface AppliedFix {
  /** What has happened, in whole sentences. */
  readonly message: string;
  /** There is a new secret, several files have changed, or other people get in: not to be overlooked. */
  readonly isNotable: boolean;
  /** By changed file, the first line of its first change. */
  readonly places: readonly PlaceAfter[];
  readonly secret?: PlaceAfter & { readonly kind: 'password' | 'name' };
}

/** The command of a fix for clients with `initializationOptions.appliedFixes`: its argument is an `AppliedFix`. */
export const APPLIED_FIX_COMMAND = 'redisConfLint.showAppliedFix';

/** Which document is to be fixed. */
export interface FixAllParams {
  readonly uri: string;
}

/** The client applies the edit, and says what is left. */
export interface FixAllResult {
  /** Of all fixes with the effects `none` and `safe`; null where there are none. */
  readonly edit: WorkspaceEdit | null;
  /** Fixes in the edit. */
  readonly fixed: number;
  /** Findings that are left then, whose first fix is for review. */
  readonly undecided: number;
}

/** Client to server: what "fix all" does to an open document; null for any other. */
export const FIX_ALL_REQUEST = new RequestType<FixAllParams, FixAllResult | null, void>('redisConfLint/fixAll');

/** The command behind "Open the rule's page": its argument is the page's address. */
export const OPEN_PAGE_COMMAND = 'redisConfLint.openRulePage';
/** The kind of the source action that applies every safe fix of a document; asked for `source.fixAll`, the server
 * leaves out what changes anything for anybody. */
export const FIX_ALL_KIND = 'source.fixAll.redisConfLint';
/** The section of the settings. */
export const SETTINGS_SECTION = 'redisConfLint';
/** Who says it: `Diagnostic.source`. */
export const DIAGNOSTIC_SOURCE = 'redis-conf-lint';

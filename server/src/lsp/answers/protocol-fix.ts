import type { TextEdit } from 'vscode-languageserver';
import { type Fix, GENERATED_SECRET, isShownUserName, linesWritten, type SourceEdit } from '../../core/service.js';
import { isRecord } from '../client.js';
import type { AnalysedFiles } from './diagnostics.js';

/**
 * A fix in the addresses, ranges and versions of the protocol. A new secret stands in it as a placeholder: it is made
 * when the fix is chosen.
 */
export interface ProtocolFix {
  readonly title: string;
  readonly effect: Fix['effect'];
  readonly consequence: string | undefined;
  readonly isPreferred: boolean;
  /** What gets a new secret, by the words that begin its line: `requirepass`, `user app`, `rename-command CONFIG`. */
  readonly secretHolders: readonly string[];
  readonly changes: readonly FileChange[];
}

/** What a fix writes into one file: whoever applies it compares the version first. */
export interface FileChange {
  readonly uri: string;
  /** Of the document when it was analysed; null for a file on disk. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** Changes of files that the analysis did not read are left out. */
export function protocolFixOf(fix: Fix, files: AnalysedFiles): ProtocolFix {
  const { title, effect, consequence, isPreferred = false, edits } = fix;
  const sources = [...new Set(edits.map(({ source }) => source))];
  const changes = sources.flatMap((source): FileChange[] => {
    const own = files.placesIn(source)?.editsOf(edits.filter((edit) => edit.source === source));
    return own ? [{ uri: files.uriOf(source), version: files.versionOf(source), edits: own }] : [];
  });
  const secretHolders = [...new Set(edits.flatMap((edit) => secretHolder(edit, files)))];
  return { title, effect, consequence, isPreferred, secretHolders, changes };
}

function secretHolder(edit: SourceEdit, files: AnalysedFiles): readonly string[] {
  const written = linesWritten(edit).find((line) => line.includes(GENERATED_SECRET));
  if (written === undefined) return [];
  const line =
    edit.kind === 'replace' ? files.fileOf(edit.source)?.lines.at(edit.line)?.text.slice(0, edit.at.start) : '';
  const before = `${line ?? ''}${written.slice(0, written.indexOf(GENERATED_SECRET))}`;
  const [directive = '', ...rest] = before.trim().split(/\s+/);
  const names = rest.slice(0, 1).map((name) => (isShownUserName(name) ? name : '…'));
  return [[directive, ...names].join(' ')];
}

/** What a client sent back: our own fix, or anything. */
export function isProtocolFix(value: unknown): value is ProtocolFix {
  return (
    isRecord(value) &&
    typeof value.title === 'string' &&
    Array.isArray(value.secretHolders) &&
    Array.isArray(value.changes) &&
    value.changes.every(isFileChange)
  );
}

function isFileChange(value: unknown): value is FileChange {
  return isRecord(value) && typeof value.uri === 'string' && Array.isArray(value.edits);
}

import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { Settings } from '../settings.js';
import type { OpenDocument } from './open-document.js';
import { folderOf, isWithin, keyOf } from './uris.js';

/** Which files may be read for a document. */
export interface WorkspaceAccess {
  /** The address of the workspace folder that a document belongs to. */
  readonly folderOf: (document: OpenDocument) => string | undefined;
  /** The address of the folder outside of which nothing is read; undefined: there is none, everything may be. */
  readonly rootOf: (document: OpenDocument, settings: Settings) => string | undefined;
  readonly changeFolders: (event: WorkspaceFoldersChangeEvent) => void;
  readonly changeTrust: (isTrusted: boolean) => void;
}

/**
 * The root of a document is its workspace folder. A document without one, which somebody opened by itself, may lead
 * anywhere, and so may every document where the settings say so; but never in a workspace that nobody trusts.
 */
export function createWorkspaceAccess({ folders: initial, options }: Client): WorkspaceAccess {
  const folders = new Set(initial.map(keyOf));
  let isTrusted = options.isTrusted ?? true;
  const workspaceFolderOf = ({ key }: OpenDocument) =>
    [...folders].filter((folder) => isWithin(key, folder)).sort((a, b) => b.length - a.length)[0];
  return {
    folderOf: workspaceFolderOf,
    rootOf: (document, { followOutside }) => {
      if (isTrusted && followOutside) return undefined;
      return workspaceFolderOf(document) ?? (isTrusted ? undefined : folderOf(document.key));
    },
    changeFolders: ({ added, removed }) => {
      for (const { uri } of removed) folders.delete(keyOf(uri));
      for (const { uri } of added) folders.add(keyOf(uri));
    },
    changeTrust: (now) => {
      isTrusted = now;
    },
  };
}

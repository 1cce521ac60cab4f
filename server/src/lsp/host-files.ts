import type { Connection } from 'vscode-languageserver';
import type { FileLookup, FolderLookup } from '../core/service.js';
import type { ClientFeatures } from './client-features.js';
import { decodeBytes } from './decode-bytes.js';
import type { Host, HostFiles } from './host.js';
import { LIST_FOLDER_REQUEST, READ_FILE_REQUEST } from './protocol.js';

const UNREACHABLE = { status: 'unknown', reason: 'not-loaded' } as const;

/** The files of the host where it has them, else those that the client reads for us. */
export function reachableFiles({ files }: Host, connection: Connection, features: ClientFeatures): HostFiles {
  const isOurs = (uri: string) => files !== undefined && uri.startsWith('file:');
  const readThroughClient = async (uri: string): Promise<FileLookup> => {
    if (!features.options.fileSystem) return UNREACHABLE;
    const answer = await connection.sendRequest(READ_FILE_REQUEST, { uri });
    return answer.status === 'found' ? { status: 'found', ...decodeBytes(bytesOfBase64(answer.base64)) } : answer;
  };
  const listThroughClient = async (uri: string): Promise<FolderLookup> =>
    features.options.fileSystem ? connection.sendRequest(LIST_FOLDER_REQUEST, { uri }) : UNREACHABLE;
  return {
    readFile: (uri) => (files && isOurs(uri) ? files.readFile(uri) : readThroughClient(uri)),
    listFolder: (uri) => (files && isOurs(uri) ? files.listFolder(uri) : listThroughClient(uri)),
  };
}

function bytesOfBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

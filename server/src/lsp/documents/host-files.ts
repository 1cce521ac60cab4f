import type { Connection } from 'vscode-languageserver';
import { decodeBytes, type FileLookup, type FolderLookup } from '../../core/service.js';
import type { Client } from '../client.js';
import type { Host, HostFiles } from '../host.js';
import { LIST_FOLDER_REQUEST, READ_FILE_REQUEST } from '../protocol.js';
import { isWithin } from './uris.js';

const UNREACHABLE = { status: 'unknown', reason: 'not-loaded' } as const;
const FAILED = { status: 'unknown', reason: 'failed' } as const;
const OUTSIDE = { status: 'unknown', reason: 'outside-root' } as const;

/** The files of the host where it has them, else those that the client reads for us. */
export function reachableFiles({ files }: Host, connection: Connection, client: Client): HostFiles {
  const isOurs = (uri: string) => files !== undefined && uri.startsWith('file:');
  const refusal = (uri: string, root: string | undefined) => {
    if (!client.options.fileSystem) return UNREACHABLE;
    return root === undefined || isWithin(uri, root) ? undefined : OUTSIDE;
  };
  const readThroughClient = async (uri: string, root: string | undefined): Promise<FileLookup> => {
    const refused = refusal(uri, root);
    if (refused) return refused;
    const answer = await connection.sendRequest(READ_FILE_REQUEST, { uri }).catch(() => FAILED);
    return answer.status === 'found' ? { status: 'found', ...decodeBytes(atob(answer.base64)) } : answer;
  };
  const listThroughClient = async (uri: string, root: string | undefined): Promise<FolderLookup> =>
    refusal(uri, root) ?? connection.sendRequest(LIST_FOLDER_REQUEST, { uri }).catch(() => FAILED);
  return {
    readFile: (uri, root) => (files && isOurs(uri) ? files.readFile(uri, root) : readThroughClient(uri, root)),
    listFolder: (uri, root) => (files && isOurs(uri) ? files.listFolder(uri, root) : listThroughClient(uri, root)),
  };
}

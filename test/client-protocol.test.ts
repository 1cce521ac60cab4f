import assert from 'node:assert/strict';
import * as client from '../client/src/protocol.js';
import { LARGEST_FILE } from '../server/src/core/config/file-reader.js';
import * as server from '../server/src/lsp/protocol.js';

/** Compiles only where both sides mean the same. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;
const sameShapes: readonly true[] = [
  true satisfies Same<client.DocumentStatus, server.DocumentStatus>,
  true satisfies Same<client.FileParams, server.FileParams>,
  true satisfies Same<client.TrustParams, server.TrustParams>,
  true satisfies Same<client.ReadFileResult, server.ReadFileResult>,
  true satisfies Same<client.ListFolderResult, server.ListFolderResult>,
  true satisfies Same<client.AppliedFix, server.AppliedFix>,
  true satisfies Same<client.FixAllResult, server.FixAllResult>,
];

describe('client and server', () => {
  it('speak of the same shapes', () => assert.equal(sameShapes.length, 7));

  it('call their own messages the same', () => {
    assert.equal(client.LARGEST_FILE, LARGEST_FILE);
    assert.equal(client.STATUS, server.STATUS_NOTIFICATION.method);
    assert.equal(client.TRUST, server.TRUST_NOTIFICATION.method);
    assert.equal(client.READ_FILE, server.READ_FILE_REQUEST.method);
    assert.equal(client.LIST_FOLDER, server.LIST_FOLDER_REQUEST.method);
    assert.equal(client.FIX_ALL, server.FIX_ALL_REQUEST.method);
    assert.equal(client.SHOW_APPLIED_FIX, server.APPLIED_FIX_COMMAND);
  });
});

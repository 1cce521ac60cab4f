import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent } from 'vscode-languageserver';
import { type DocumentStatus, STATUS_NOTIFICATION, STATUS_REQUEST } from '../../server/src/lsp/protocol.js';
import { connectInMemory, type TestClient } from '../support/lsp-client.js';

describe('what stands around a document', () => {
  let folder: string;
  let client: TestClient;
  let told: string[];
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const status = (name: string) => client.connection.sendRequest(STATUS_REQUEST, { uri: uri(name) });
  const targetOf = async (name: string) => ((await status(name)) as DocumentStatus).target;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-'));
    told = [];
    client = await connectInMemory({
      initializationOptions: { status: true },
      prepare: (connection) => connection.onNotification(STATUS_NOTIFICATION, ({ target }) => void told.push(target)),
    });
  });
  afterEach(() => {
    client.dispose();
    rmSync(folder, { recursive: true });
  });

  it('tells the target before the first answer, so that it never flips', async () => {
    writeFileSync(path.join(folder, 'compose.yml'), 'services:\n  cache:\n    image: redis:6.2\n');
    client.open(uri('redis.conf'), 'replica-read-only yes\n');
    await client.diagnostics(uri('redis.conf'));
    const shown = (await status('redis.conf')) as DocumentStatus;
    assert.equal(shown.targetReason, 'from the image in compose.yml');
    assert.deepEqual(new Set([...told, shown.target]), new Set(['Redis 6.2']));
  });

  it('tells no target where images contradict each other, and says so', async () => {
    writeFileSync(path.join(folder, 'compose.yml'), '    image: redis:6.2\n');
    writeFileSync(path.join(folder, 'Dockerfile'), 'FROM redis:7.2\n');
    client.open(uri('redis.conf'), 'port 6379\n');
    const shown = (await status('redis.conf')) as DocumentStatus;
    assert.equal(shown.targetReason, 'the newest, because Dockerfile says Redis 7.2 and compose.yml says Redis 6.2');
  });

  it('tells another target when the image changes', async () => {
    writeFileSync(path.join(folder, 'Dockerfile'), 'FROM redis:6.2\n');
    client.open(uri('redis.conf'), 'port 6379\n');
    assert.equal(await targetOf('redis.conf'), 'Redis 6.2');
    writeFileSync(path.join(folder, 'Dockerfile'), 'FROM redis:7.2\n');
    const changes: FileEvent[] = [{ uri: uri('Dockerfile'), type: FileChangeType.Changed }];
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    assert.equal(await targetOf('redis.conf'), 'Redis 7.2');
  });

  it('is read in the place of a file of another machine', async () => {
    writeFileSync(path.join(folder, 'users.acl'), 'user default on nopass ~* &* +@all\n');
    client.open(uri('redis.conf'), 'aclfile /usr/local/etc/redis/users.acl\n');
    const pushed = client.pushed(uri('users.acl'));
    await client.diagnostics(uri('redis.conf'));
    const [found] = (await pushed).diagnostics.filter(({ code }) => code === 'auth-default-user-nopass');
    assert.match(JSON.stringify(found?.relatedInformation), /is taken for .{1,3}\/usr\/local\/etc\/redis\/users\.acl/);
    assert.equal(((await status('redis.conf')) as DocumentStatus).starts, 'unknown');
  });

  it('is all that tells the target, besides the text as it is now', async () => {
    const text = 'rdma-bind 0.0.0.0 "a"b\n';
    client.open(uri('edited.conf'), 'rdma-bind 0.0.0.0\n');
    assert.equal(await targetOf('edited.conf'), 'Valkey 9.1');
    const end = { line: 0, character: 17 };
    client.change(uri('edited.conf'), { range: { start: end, end }, text: ' "a"b' });
    client.open(uri('opened.conf'), text);
    const codes = async (name: string) => (await client.diagnostics(uri(name))).map(({ code }) => code);
    assert.deepEqual(await codes('edited.conf'), await codes('opened.conf'));
    assert.equal(await targetOf('edited.conf'), await targetOf('opened.conf'));
  });
});

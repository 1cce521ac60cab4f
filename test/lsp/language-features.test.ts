import assert from 'node:assert/strict';
import {
  CompletionRequest,
  CompletionResolveRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
} from 'vscode-languageserver';
import { connectInMemory, type TestClient } from '../support/lsp-client.js';

const URI = 'file:///etc/redis/redis.conf';
const at = (line: number, character: number) => ({ textDocument: { uri: URI }, position: { line, character } });

describe('language features', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await connectInMemory();
    client.open(URI, '##### NETWORK #####\rport 6379\ntimeout 0\ninclude conf.d/net.conf\n\n');
  });
  afterEach(() => client.dispose());

  it('answer in the positions of the protocol', async () => {
    const hover = await client.connection.sendRequest(HoverRequest.type, at(2, 3));
    assert.match(JSON.stringify(hover?.contents), /\*\*timeout\*\*/);
    assert.deepEqual(hover?.range?.start, { line: 2, character: 0 });
    assert.equal(await client.connection.sendRequest(HoverRequest.type, at(0, 3)), null);
  });

  it('complete names and describe the one that is looked at', async () => {
    const items = await client.connection.sendRequest(CompletionRequest.type, at(4, 0));
    const item = Array.isArray(items) ? items.find(({ label }) => label === 'bind') : undefined;
    assert.ok(item);
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.match(JSON.stringify(resolved.documentation), /Security/);
  });

  it('describe a name by the server of the file that it was completed in', async () => {
    const [old, newer] = ['file:///etc/redis/old.conf', 'file:///etc/redis/newer.conf'];
    client.open(old, '# redis-conf-lint-target redis 6.2\n\n');
    client.open(newer, '# redis-conf-lint-target redis 7.2\n\n');
    const complete = (uri: string) =>
      client.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position: { line: 1, character: 0 },
      });
    const items = await complete(newer);
    await complete(old);
    const item = Array.isArray(items) ? items.find(({ label }) => label === 'latency-tracking') : undefined;
    assert.ok(item);
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.doesNotMatch(JSON.stringify(resolved.documentation), /Not in Redis 6\.2/);
  });

  it('know ACL files: what a user may do, and the rules it could have', async () => {
    const textDocument = { uri: 'file:///etc/redis/users.acl' };
    client.open(textDocument.uri, 'user app on nopass ~* +get\r\nuser other on +', 'redis-acl');
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 0, character: 6 },
    });
    assert.match(JSON.stringify(hover?.contents), /can log in with any password/);
    const position = { line: 1, character: 15 };
    const items = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    const item = Array.isArray(items) ? items.find(({ label }) => label === '+@read') : undefined;
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    assert.deepEqual(item.textEdit.range, { start: { line: 1, character: 14 }, end: position });
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.match(JSON.stringify(resolved.documentation), /commands of \*\*@read/);
  });

  it('give the outline, folding and links', async () => {
    const textDocument = { uri: URI };
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.ok(JSON.stringify(symbols).includes('timeout'));
    assert.ok(Array.isArray(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument })));
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    assert.equal(links?.[0]?.target, 'file:///etc/redis/conf.d/net.conf');
  });
});

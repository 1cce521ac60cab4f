import assert from 'node:assert/strict';
import { SHOWS_CANARY } from '../secrets/placements.js';
import { SLIPS } from '../secrets/slips.js';
import { connectInMemory, type TestClient } from '../support/lsp-client.js';

describe('what an editor is told', () => {
  let client: TestClient;
  before(async () => {
    client = await connectInMemory();
  });
  after(() => client.dispose());

  it('holds no password that slipped into the wrong place', async () => {
    for (const { what, name, text } of SLIPS) {
      const uri = `file:///etc/redis/${name}`;
      const languageId = name.endsWith('.acl') ? 'redis-acl' : 'redis-conf';
      client.open(uri, text, languageId);
      const diagnostics = await client.diagnostics(uri);
      const actions = await client.actions(uri, diagnostics);
      const told = [
        diagnostics,
        actions.map(({ title }) => title),
        await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }),
        await client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } }),
        ...(await atEveryWord(uri, text)),
      ];
      client.close(uri);
      assert.doesNotMatch(JSON.stringify(told), SHOWS_CANARY, what);
    }
    assert.doesNotMatch(client.log.join('\n'), SHOWS_CANARY, 'the log');
  });

  async function atEveryWord(uri: string, text: string): Promise<readonly unknown[]> {
    const answers: unknown[] = [];
    for (const [line, own] of text.split('\n').entries()) {
      for (const { index } of own.matchAll(/\S+/g)) {
        const place = { textDocument: { uri }, position: { line, character: index + 1 } };
        answers.push(await client.connection.sendRequest('textDocument/hover', place));
        answers.push(await client.connection.sendRequest('textDocument/completion', place));
      }
    }
    return answers;
  }

  it('is quick to fix all the same', async () => {
    const uri = 'file:///etc/redis/redis.conf';
    client.open(uri, 'user alice on >correct-horse-battery ~a:* +@read\n');
    const found = (await client.diagnostics(uri)).filter(({ code }) => code === 'auth-password-plaintext');
    const [action] = await client.actions(uri, found);
    assert.match(action?.title ?? '', /SHA-256/);
    assert.ok(action?.edit);
  });
});

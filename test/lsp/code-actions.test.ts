import assert from 'node:assert/strict';
import { type CodeAction, CodeActionResolveRequest, type TextDocumentEdit } from 'vscode-languageserver';
import { connectInMemory, FULL_CAPABILITIES, TEST_RANDOM_SECRET } from '../support/lsp-client.js';

const URI = 'file:///etc/redis/redis.conf';
const PROTECTED_MODE_OFF = 'bind 127.0.0.1\nprotected-mode no\n';
const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

describe('code actions', () => {
  it('offer the fixes that a diagnostic carries, a preferred one marked', async () => {
    const client = await connectInMemory();
    client.open(URI, PROTECTED_MODE_OFF);
    const found = (await client.diagnostics(URI)).filter(({ code }) => code === 'net-protected-mode-off');
    const [action] = await client.actions(URI, found);
    assert.equal(action?.title, 'Set protected-mode to yes');
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action?.isPreferred, true);
    const range = { start: { line: 1, character: 15 }, end: { line: 1, character: 17 } };
    assert.deepEqual(action?.edit, {
      documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits: [{ range, newText: 'yes' }] }],
    });
    client.dispose();
  });

  it('leave out a fix that was made for an older text', async () => {
    const client = await connectInMemory();
    client.open(URI, PROTECTED_MODE_OFF);
    const found = await client.diagnostics(URI);
    client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    assert.ok(!titles(await client.actions(URI, found)).includes('Set protected-mode to yes'));
    client.dispose();
  });

  it('ask before a fix that changes what the server does, where the client can', async () => {
    for (const canAsk of [true, false]) {
      const { changeAnnotationSupport: _, ...workspaceEdit } = FULL_CAPABILITIES.workspace?.workspaceEdit ?? {};
      const workspace = { ...FULL_CAPABILITIES.workspace, ...(canAsk ? {} : { workspaceEdit }) };
      const client = await connectInMemory({ capabilities: { ...FULL_CAPABILITIES, workspace } });
      client.open(URI, 'maxmemroy 1mb\n');
      const found = (await client.diagnostics(URI)).filter(({ code }) => code === 'syntax-unknown-directive');
      const [action] = await client.actions(URI, found);
      const asks = Object.values(action?.edit?.changeAnnotations ?? {}).some(
        ({ needsConfirmation }) => needsConfirmation,
      );
      assert.equal(asks, canAsk);
      const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.equal(change?.edits.length, 1);
      client.dispose();
    }
  });

  it('offer to disable a rule, and its page, on every finding', async () => {
    const client = await connectInMemory();
    client.open(URI, 'maxmemroy 1mb\n');
    const found = (await client.diagnostics(URI)).filter(({ code }) => code === 'syntax-unknown-directive');
    const offered = titles(await client.actions(URI, found));
    assert.ok(offered.includes('Disable syntax-unknown-directive on this line'));
    assert.ok(offered.includes('Disable syntax-unknown-directive in this file'));
    assert.ok(offered.includes('Open the page of syntax-unknown-directive'));
    client.dispose();
  });

  it('apply every safe fix at once when the client asks for source.fixAll, and no other', async () => {
    const client = await connectInMemory();
    client.open(URI, `maxmemroy 1mb\n${PROTECTED_MODE_OFF}`);
    await client.diagnostics(URI);
    for (const only of ['source.fixAll.redisConfLint', 'source.fixAll', 'source']) {
      const [action, ...others] = await client.actions(URI, [], [only]);
      assert.equal(action?.kind, 'source.fixAll.redisConfLint');
      assert.deepEqual(others, []);
      const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(
        change?.edits.map((edit) => 'newText' in edit && edit.newText),
        ['yes'],
      );
    }
    assert.deepEqual(await client.actions(URI, [], ['refactor']), []);
    client.dispose();
  });

  it('make a secret only when the fix is chosen', async () => {
    const client = await connectInMemory();
    client.open(URI, 'bind 0.0.0.0\n');
    const found = (await client.diagnostics(URI)).filter(({ code }) => code === 'auth-missing');
    const [action] = await client.actions(URI, found);
    assert.ok(action && !('edit' in action));
    assert.ok(!JSON.stringify([found, action]).includes(TEST_RANDOM_SECRET));
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    assert.ok(JSON.stringify(resolved.edit).includes(`requirepass ${TEST_RANDOM_SECRET}`));
    assert.equal(resolved.data, undefined);
    client.dispose();
  });

  it('make the secret at once for a client that cannot resolve', async () => {
    const { resolveSupport: _, ...codeAction } = FULL_CAPABILITIES.textDocument?.codeAction ?? {};
    const textDocument = { ...FULL_CAPABILITIES.textDocument, codeAction };
    const client = await connectInMemory({ capabilities: { ...FULL_CAPABILITIES, textDocument } });
    client.open(URI, 'bind 0.0.0.0\n');
    const found = (await client.diagnostics(URI)).filter(({ code }) => code === 'auth-missing');
    const [action] = await client.actions(URI, found);
    assert.ok(JSON.stringify(action?.edit).includes(`requirepass ${TEST_RANDOM_SECRET}`));
    client.dispose();
  });

  it('take a plain action back unchanged when asked to resolve it', async () => {
    const client = await connectInMemory();
    const action: CodeAction = { title: 'anything', data: { fix: 'not ours' } };
    assert.deepEqual(await client.connection.sendRequest(CodeActionResolveRequest.type, action), action);
    client.dispose();
  });
});

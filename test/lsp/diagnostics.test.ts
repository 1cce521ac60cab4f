import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { connectInMemory, FULL_CAPABILITIES, type TestClient } from '../support/lsp-client.js';

const URI = 'file:///etc/redis/redis.conf';
const at = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});
const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const unknownOnly = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ code }) => code === 'syntax-unknown-directive');

describe('diagnostics that the client pulls', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await connectInMemory();
  });
  afterEach(() => client.dispose());

  it('have the exact range, the rule as code, and a link to its page', async () => {
    client.open(URI, 'bind 127.0.0.1\nrequirepass long-and-not-for-real-9f2c\nmaxmemroy 100mb\n');
    const [found] = unknownOnly(await client.diagnostics(URI));
    assert.deepEqual(found?.range, at(2, 0, 9));
    assert.equal(found?.source, 'redis-conf-lint');
    assert.equal(found?.severity, 1);
    assert.match(found?.codeDescription?.href ?? '', /^https:\/\/.*\/docs\/rules\/syntax-unknown-directive\.md$/);
    assert.match(String(found?.message), /"maxmemroy" is not a directive\. Write "maxmemory"/);
  });

  it('follow each edit', async () => {
    client.open(URI, 'maxmemory 1mb\n');
    assert.deepEqual(unknownOnly(await client.diagnostics(URI)), []);
    client.change(URI, { range: at(0, 4, 5), text: 'M!' });
    assert.deepEqual(unknownOnly(await client.diagnostics(URI))[0]?.range, at(0, 0, 10));
    client.change(URI, { range: at(0, 4, 6), text: 'e' }, { range: at(0, 0, 0), text: '# a comment\n' });
    assert.deepEqual(unknownOnly(await client.diagnostics(URI)), []);
  });

  it('are not sent again when nothing changed', async () => {
    client.open(URI, 'protected-mode no\n');
    const first = await client.pull(URI);
    assert.equal(first.kind, 'full');
    assert.deepEqual(await client.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
  });

  it('are not sent again after an edit that changes nothing of them', async () => {
    client.open(URI, 'protected-mode no\n# prose\n');
    const { resultId } = await client.pull(URI);
    client.change(URI, { range: at(1, 7, 7), text: ', and more of it' });
    assert.deepEqual(await client.pull(URI, resultId), { kind: 'unchanged', resultId });
    client.change(URI, { range: at(0, 0, 0), text: '\n' });
    assert.equal((await client.pull(URI, resultId)).kind, 'full');
  });

  it('are not sent again by a server that was started anew', async () => {
    const text = 'protected-mode no\n';
    client.open(URI, text);
    const { resultId } = await client.pull(URI);
    const other = await connectInMemory();
    other.open(URI, text);
    assert.deepEqual(await other.pull(URI, resultId), { kind: 'unchanged', resultId });
    other.dispose();
  });

  it('count a lone CR as the end of a line, as the protocol does, and as text, as the server does', async () => {
    client.open(URI, '# one\r# two\r\nmaxmemroy 1mb\r\n');
    assert.deepEqual(unknownOnly(await client.diagnostics(URI))[0]?.range, at(2, 0, 9));
    client.change(URI, { range: at(1, 0, 5), text: '# zwei' }, { range: at(2, 4, 9), text: 'xx' });
    assert.deepEqual(unknownOnly(await client.diagnostics(URI))[0]?.range, at(2, 0, 6));
  });

  it('are at most 1000 a file, and one that counts the others', async () => {
    client.open(URI, 'nosuch 1\n'.repeat(1100));
    const found = await client.diagnostics(URI);
    assert.equal(found.length, 1001);
    assert.match(String(found.at(-1)?.message), /^1\d\d more findings are not shown/);
  });

  it('are empty for a document that is not open', async () => {
    assert.deepEqual(await client.diagnostics('file:///etc/redis/other.conf'), []);
  });

  it('come for untitled documents and for other file systems', async () => {
    for (const uri of ['untitled:Untitled-1', 'vscode-remote://wsl%2Bubuntu/etc/redis/redis.conf']) {
      client.open(uri, 'maxmemroy 1mb\n');
      assert.equal(unknownOnly(await client.diagnostics(uri)).length, 1, uri);
    }
  });
});

describe('diagnostics that the server pushes', () => {
  it('come for clients that cannot pull, with the version, and go when the document closes', async () => {
    const { diagnostic: _, ...textDocument } = FULL_CAPABILITIES.textDocument ?? {};
    const client = await connectInMemory({ capabilities: { ...FULL_CAPABILITIES, textDocument } });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    const opened = client.pushed(URI);
    client.open(URI, 'maxmemroy 1mb\n');
    assert.ok(rulesOf((await opened).diagnostics).includes('syntax-unknown-directive'));
    const changed = client.pushed(URI, ({ version }) => version === 2);
    client.change(URI, { range: at(0, 0, 9), text: 'maxmemory' });
    assert.ok(!rulesOf((await changed).diagnostics).includes('syntax-unknown-directive'));
    const closed = client.pushed(URI);
    client.close(URI);
    assert.deepEqual((await closed).diagnostics, []);
    client.dispose();
  });
});

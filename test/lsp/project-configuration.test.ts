import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { connectInMemory, type TestClient } from '../support/lsp-client.js';

describe('.redis-conf-lint.json in the language server', () => {
  let folder: string;
  let client: TestClient;
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const configure = (text: string) => writeFileSync(path.join(folder, '.redis-conf-lint.json'), text);

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-'));
    client = await connectInMemory({});
  });
  afterEach(() => {
    client.dispose();
    rmSync(folder, { recursive: true });
  });

  it('sets severities before the first answer', async () => {
    configure('{ "rules": { "net-protected-mode-off": "hint" } }');
    client.open(uri('redis.conf'), 'bind 0.0.0.0\nprotected-mode no\n');
    const found = await client.diagnostics(uri('redis.conf'));
    assert.equal(found.find(({ code }) => code === 'net-protected-mode-off')?.severity, DiagnosticSeverity.Hint);
  });

  it('has its own mistakes marked in it', async () => {
    configure('{\n  "profile": "lax"\n}\n');
    const pushed = client.pushed(uri('.redis-conf-lint.json'));
    client.open(uri('redis.conf'), 'port 6379\n');
    await client.diagnostics(uri('redis.conf'));
    const [mistake] = (await pushed).diagnostics;
    assert.deepEqual(mistake?.range, { start: { line: 1, character: 13 }, end: { line: 1, character: 18 } });
    assert.match(String(mistake?.message), /Expected one of "production"/);
  });
});

import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  CodeActionRequest,
  DocumentDiagnosticRequest,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { createService, type FileLookup, type FolderLookup, type Service } from '../../server/src/core/service.js';
import { FEATURES } from '../../server/src/lsp/feature-table.js';
import { createGuard } from '../../server/src/lsp/guard.js';
import { connectInMemory, type TestClient } from '../support/lsp-client.js';

const URI = 'file:///etc/redis/redis.conf';
const NONE = new CancellationTokenSource().token;

describe('a server that stays alive', () => {
  it('logs an error of a handler without its message, which may quote the document, and answers it', async () => {
    const log: string[] = [];
    const guard = createGuard({ error: (message) => void log.push(message) });
    const handler = guard.request('textDocument/hover', () => {
      throw new TypeError('cannot read requirepass foobared');
    });
    await assert.rejects(handler({}, NONE), (error) => error instanceof ResponseError && error.code === -32603);
    assert.match(log.join('\n'), /^textDocument\/hover failed: TypeError\n\s+at /);
    assert.ok(!log.join('\n').includes('foobared'));
  });

  it('answers a cancelled request as cancelled', async () => {
    const guard = createGuard({ error: () => assert.fail('nothing to log') });
    const source = new CancellationTokenSource();
    const handler = guard.request('textDocument/hover', () => source.cancel());
    await assert.rejects(
      handler({}, source.token),
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
  });

  it('survives a request that makes no sense, and goes on', async () => {
    const client = await connectInMemory();
    client.open(URI, 'maxmemroy 1mb\n');
    await assert.rejects(client.connection.sendRequest(CodeActionRequest.type.method, { textDocument: null }));
    assert.ok((await client.diagnostics(URI)).length > 0);
    client.dispose();
  });

  it('refuses a request without parameters as wrong, whatever it asks for', async () => {
    const client = await connectInMemory();
    for (const { method } of FEATURES) {
      const refusal = client.connection.sendRequest(method);
      await assert.rejects(
        refusal,
        (error) => error instanceof ResponseError && error.code === ErrorCodes.InvalidParams,
      );
    }
    client.dispose();
  });
});

describe('a burst of keystrokes', () => {
  let client: TestClient;
  let lints = 0;
  beforeEach(async () => {
    lints = 0;
    client = await connectInMemory({ service: countingService(() => lints++) });
    client.open(URI, '# a file\n');
    await client.diagnostics(URI);
    lints = 0;
  });
  afterEach(() => client.dispose());

  it('is analysed at most twice, and only the last request gets an answer', async () => {
    const answers: Promise<unknown>[] = [];
    for (let n = 0; n < 50; n++) {
      client.change(URI, { range: { start: { line: 1, character: n }, end: { line: 1, character: n } }, text: 'x' });
      answers.push(client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: URI } }));
    }
    const settled = await Promise.allSettled(answers);
    const refusals = settled.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    assert.ok(lints <= 2, `${lints} analyses`);
    assert.ok(refusals.length >= 48 && refusals.every((code) => code === LSPErrorCodes.ServerCancelled));
    const [last] = await client.diagnostics(URI);
    assert.ok(last && JSON.stringify(await client.diagnostics(URI)).includes('This word is not a directive'));
  });

  it('whose requests the client cancels itself is answered once', async () => {
    const last = { source: new CancellationTokenSource() };
    const answers: Promise<unknown>[] = [];
    for (let n = 0; n < 50; n++) {
      last.source.cancel();
      last.source = new CancellationTokenSource();
      client.change(URI, { range: { start: { line: 1, character: n }, end: { line: 1, character: n } }, text: 'x' });
      const params = { textDocument: { uri: URI } };
      answers.push(client.connection.sendRequest(DocumentDiagnosticRequest.type, params, last.source.token));
    }
    const settled = await Promise.allSettled(answers);
    assert.ok(lints <= 2, `${lints} analyses`);
    assert.equal(settled.at(-1)?.status, 'fulfilled');
    assert.ok(settled.filter(({ status }) => status === 'fulfilled').length <= 2);
  });
});

describe('opening a document', () => {
  it('runs the rules once, though files are to be fetched first', async () => {
    let lints = 0;
    const fetched: string[] = [];
    const readFile = async (uri: string): Promise<FileLookup> => {
      fetched.push(uri);
      return uri.endsWith('/more.conf') ? { status: 'found', text: 'maxmemroy 1mb\n' } : { status: 'missing' };
    };
    const listFolder = async (): Promise<FolderLookup> => ({ status: 'missing' });
    const client = await connectInMemory({
      service: countingService(() => lints++),
      host: { files: { readFile, listFolder } },
    });
    client.open(URI, 'include more.conf\n');
    await client.diagnostics(URI);
    assert.ok(fetched.includes('file:///etc/redis/.redis-conf-lint.json'), `${fetched}`);
    assert.ok(fetched.includes('file:///etc/redis/more.conf'), `${fetched}`);
    assert.equal(lints, 1);
    client.dispose();
  });
});

function countingService(count: () => void): Service {
  const service = createService();
  return {
    ...service,
    judge: (loaded, request) => {
      count();
      return service.judge(loaded, request);
    },
  };
}

import assert from 'node:assert/strict';
import { connectInMemory, type TestClient } from '../support/lsp-client.js';
import { SHAPES, type Shape } from '../support/shapes.js';

/** In bytes, with the header of the message. */
const UNCHANGED = 200;
const A_FINDING = 700;

/** What people ask for, and how many bytes the answer may have. A completion lists every directive. */
const REQUESTS = [
  ['hover', 1_000],
  ['completion', 80_000],
  ['menu', 6_000],
] as const;

/** A document of a shape, and what the server sends for it. */
interface Typing {
  readonly client: TestClient;
  readonly uri: string;
  readonly lines: number;
  /** Bytes that the server sends until some work is done. */
  readonly sentFor: (work: () => Promise<unknown>) => Promise<number>;
}

async function startTyping({ path, text }: Shape, size: number): Promise<Typing> {
  let bytes = 0;
  const client = await connectInMemory({ sent: (count) => (bytes += count) });
  const uri = `file://${path}`;
  const document = text(size);
  client.open(uri, document, path.endsWith('.acl') ? 'redis-acl' : 'redis-conf');
  const sentFor: Typing['sentFor'] = async (work) => {
    const before = bytes;
    await work();
    return bytes - before;
  };
  return { client, uri, lines: document.split('\n').length, sentFor };
}

describe('what the server sends', () => {
  for (const shape of SHAPES) {
    it(`for a key that changes no finding is a few bytes, in ${shape.name}`, async () => {
      const { client, uri, lines, sentFor } = await startTyping(shape, 48);
      const { resultId } = await client.pull(uri);
      const start = { line: lines - 1, character: 0 };
      const bytes = await sentFor(async () => {
        client.change(uri, { range: { start, end: start }, text: ' ' });
        assert.equal((await client.pull(uri, resultId)).kind, 'unchanged');
      });
      assert.ok(bytes <= UNCHANGED, `${bytes} bytes`);
      client.dispose();
    });

    it(`for any other is each finding once, without its fixes, in ${shape.name}`, async () => {
      const { client, uri, sentFor } = await startTyping(shape, 48);
      const { resultId } = await client.pull(uri);
      const start = { line: 0, character: 0 };
      let findings = 0;
      const bytes = await sentFor(async () => {
        client.change(uri, { range: { start, end: start }, text: 'x' });
        const report = await client.pull(uri, resultId);
        findings = report.kind === 'full' ? report.items.length : 0;
      });
      assert.ok(findings > 0);
      assert.ok(bytes <= UNCHANGED + findings * A_FINDING, `${bytes} bytes for ${findings} findings`);
      client.dispose();
    });

    it(`for a hover, a completion and a menu is no more in a longer document, in ${shape.name}`, async () => {
      const [small, large] = await Promise.all([12, 48].map((size) => sentForRequests(shape, size)));
      for (const [index, [request, most]] of REQUESTS.entries()) {
        const [few = 0, many = 0] = [small?.[index], large?.[index]];
        assert.ok(many <= few && many <= most, `${request}: ${many} bytes, ${few} in a shorter document`);
      }
    });
  }
});

async function sentForRequests(shape: Shape, size: number): Promise<readonly number[]> {
  const { client, uri, sentFor } = await startTyping(shape, size);
  const items = await client.diagnostics(uri);
  const at = { textDocument: { uri }, position: { line: 4, character: 3 } };
  const hover = await sentFor(() => client.connection.sendRequest('textDocument/hover', at));
  const completion = await sentFor(() => client.connection.sendRequest('textDocument/completion', at));
  const menu = await sentFor(() => client.actions(uri, items.slice(0, 1)));
  client.dispose();
  return [hover, completion, menu];
}

import assert from 'node:assert/strict';
import { HoverRequest } from 'vscode-languageserver';
import { createService } from '../../server/src/core/service.js';
import { connectInMemory, type TestClient } from '../support/lsp-client.js';

const FOLDER = 'file:///etc/redis';
const uriOf = (name: string) => `${FOLDER}/${name}`;
const FILES: Readonly<Record<string, string>> = {
  'redis.conf': 'bind 127.0.0.1\ninclude net.conf\n',
  'net.conf': 'protected-mode no\n',
  'other.conf': 'port 7000\n',
  'another.conf': 'port 7001\n',
};

/** A report is made of the analyses of all open documents, and costs no more than those that have changed. */
describe('an edit has documents judged again', () => {
  let client: TestClient;
  let judged: string[];
  const pullAll = async () => {
    for (const name of Object.keys(FILES)) await client.pull(uriOf(name));
  };
  const judgedAgain = async (ask: () => Promise<unknown>) => {
    judged = [];
    await ask();
    return judged.sort();
  };

  beforeEach(async () => {
    const service = createService();
    const judge: typeof service.judge = (loaded, request) => {
      judged.push(request.path.replace('/etc/redis/', ''));
      return service.judge(loaded, request);
    };
    judged = [];
    client = await connectInMemory({ service: { ...service, judge } });
    for (const [name, text] of Object.entries(FILES)) client.open(uriOf(name), text);
    await pullAll();
  });
  afterEach(() => client.dispose());

  const cases: readonly (readonly [edited: string, again: readonly string[]])[] = [
    ['other.conf', ['other.conf']],
    ['redis.conf', ['redis.conf']],
    ['net.conf', ['net.conf', 'redis.conf']],
  ];
  for (const [edited, again] of cases) {
    it(`of ${edited}: ${again.join(', ')}`, async () => {
      client.change(uriOf(edited), { text: `${FILES[edited]}timeout 0\n` });
      assert.deepEqual(await judgedAgain(pullAll), again);
      assert.deepEqual(await judgedAgain(pullAll), []);
    });
  }

  it('for a report, not for each question', async () => {
    const position = { line: 0, character: 1 };
    const hover = () =>
      client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: uriOf('net.conf') }, position });
    assert.deepEqual(await judgedAgain(hover), []);
  });
});

import assert from 'node:assert/strict';
import { CompletionRequest } from 'vscode-languageserver';
import { STATUS_REQUEST } from '../../server/src/lsp/protocol.js';
import { connectInMemory, type TestClient } from '../support/lsp-client.js';

const FOLDER = 'file:///etc/redis';
const USERS = '# who may log in\nuser app on nopass ~* +get\n\n';

/** What reads a file decides what it is: a list of users may be called anything. */
describe('a list of users that an open configuration names', () => {
  const cases: readonly (readonly [name: string, languageId: string])[] = [
    ['users.acl', 'redis-acl'],
    ['users.list', 'redis-conf'],
    ['users.conf', 'redis-conf'],
    ['sentinel-users.conf', 'redis-conf'],
  ];
  for (const [name, languageId] of cases) {
    describe(name, () => {
      const uri = `${FOLDER}/${name}`;
      let client: TestClient;
      before(async () => {
        client = await connectInMemory();
        client.open(uri, USERS, languageId);
        client.open(`${FOLDER}/redis.conf`, `bind 127.0.0.1\naclfile ${name}\n`);
      });
      after(() => client.dispose());

      it('is an ACL file in the status', async () => {
        const status = await client.connection.sendRequest(STATUS_REQUEST, { uri });
        assert.equal(status?.dialect, 'acl');
      });

      it('is completed as one', async () => {
        const at = { textDocument: { uri }, position: { line: 2, character: 0 } };
        const items = await client.connection.sendRequest(CompletionRequest.type, at);
        assert.deepEqual(Array.isArray(items) ? items.map(({ label }) => label) : items, ['user']);
      });

      it('is judged as one, and has no comments that switch a rule off', async () => {
        const found = await client.diagnostics(uri);
        const codes = found.map(({ code }) => code);
        assert.ok(codes.includes('acl-nopass-user'), String(codes));
        const titles = (await client.actions(uri, found)).map(({ title }) => title);
        assert.deepEqual(
          titles.filter((title) => title.startsWith('Disable')),
          [],
        );
      });
    });
  }
});

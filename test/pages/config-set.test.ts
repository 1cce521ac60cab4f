import assert from 'node:assert/strict';
import { catalogFor } from '../../server/src/core/directives/catalog.js';
import { isServerError, type Reply } from '../support/resp-client.js';
import { describeWithServer } from '../support/with-real-server.js';

/** What the pages say of CONFIG SET follows from the facts, and these from the server. */
describeWithServer('CONFIG SET', (server) => {
  it('is refused for the directives of which the facts say so, and for no others', async () => {
    const [settings] = (await server().run({ text: '', commands: [['CONFIG', 'GET', '*']] })).replies;
    const present = pairs(settings);
    const commands = present.map(([name, value]) => ['CONFIG', 'SET', name, value]);
    const { replies } = await server().run({ text: '', commands });
    const catalog = catalogFor(server().target);
    const told = present.map(([name]) => {
      const { immutable, protected: isProtected } = catalog.lookup(name)?.facts ?? {};
      return `${name}: ${immutable ? 'immutable' : isProtected ? 'protected' : 'OK'}`;
    });
    assert.deepEqual(
      present.map(([name], index) => `${name}: ${answerOf(replies[index])}`),
      told,
    );
  });
});

function pairs(settings: Reply | undefined): readonly (readonly [string, string])[] {
  const words = Array.isArray(settings) ? settings.map(String) : [];
  return words.flatMap((name, index) => (index % 2 === 0 ? [[name, words[index + 1] ?? ''] as const] : []));
}

function answerOf(reply: Reply | undefined): string {
  if (reply === undefined || !isServerError(reply)) return String(reply);
  return /can't set (immutable|protected) config/.exec(reply.error)?.[1] ?? reply.error;
}

import assert from 'node:assert/strict';
import path from 'node:path';
import { catalogFor } from '../../server/src/core/directives/catalog.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { splitWords } from '../../server/src/core/syntax/split-words.js';
import { ROOT } from '../support/fixtures.js';
import { isServerError } from '../support/resp-client.js';
import { readPage } from '../support/rule-page.js';
import { describeWithServer } from '../support/with-real-server.js';

/** What a sentence of a page tells to send, placeholders aside: `CONFIG SET hz 10`, `ACL SETUSER app -debug`. */
const COMMAND = /`(CONFIG\s+SET\s+\S+\s[^`<…]+|ACL\s+SETUSER\s[^`…]+)`/g;
/** What a page tells to send because some builds refuse it, as Debian's does: the answer is the point. */
const ASKS_THE_BUILD = /requires a Redis server compiled with a modified Jemalloc/;
/** The password that some of them take away. */
const withOldPassword = (words: readonly string[]) =>
  words[0] === 'ACL' ? [['ACL', 'SETUSER', words[2] ?? '', '>old'], words] : [words];

describeWithServer('a command in a sentence of a rule page', (server) => {
  it('is one that the server takes', async () => {
    const { lookup } = catalogFor(server().target);
    const isKnown = ([family, , name = '']: readonly string[]) => family === 'ACL' || lookup(name) !== undefined;
    const told = RULES.flatMap(({ id }) => commandsIn(id)).filter(isKnown);
    assert.ok(told.length > 10, 'commands were found');
    const commands = told.flatMap(withOldPassword);
    const { replies } = await server().run({ text: '', commands });
    const refused = replies.flatMap((reply, index) =>
      isServerError(reply) && !ASKS_THE_BUILD.test(reply.error)
        ? [`${commands[index]?.join(' ')}: ${reply.error}`]
        : [],
    );
    assert.deepEqual(refused, []);
  });
});

function commandsIn(rule: string): readonly (readonly string[])[] {
  const { sections } = readPage(path.join(ROOT, `docs/rules/${rule}.md`));
  const prose = [...sections.values()].join('\n').replaceAll(/^( *)```.*?^\1```$/gms, '');
  return [...prose.matchAll(COMMAND)].map(([, command = '']) =>
    splitWords(command.replaceAll(/\s+/g, ' ')).words.map(({ value }) => value),
  );
}

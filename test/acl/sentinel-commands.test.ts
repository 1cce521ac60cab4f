import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CATEGORIES, type CommandTable, commandTableFor } from '../../server/src/core/acl/commands.js';
import { targetOfBinary } from '../support/real-server.js';
import { type Reply, sendCommands } from '../support/resp-client.js';
import { runServer } from '../support/run-server.js';
import { skipFor } from '../support/skip-for.js';
import { SERVER_UNDER_TEST } from '../support/with-real-server.js';

const SENTINEL = SERVER_UNDER_TEST.replace(/server$/, 'sentinel');

describe('the commands of a Sentinel', () => {
  it('are those of a real one, in the same categories', async function () {
    const target = targetOfBinary(SERVER_UNDER_TEST);
    if (!target || !existsSync(SENTINEL))
      return skipFor(this, `no Sentinel at ${SENTINEL}: apt-get install redis-sentinel`);
    const measured = await membersOf(SENTINEL);
    assert.deepEqual(tableMembers(commandTableFor(target, 'sentinel')), measured);
  });
});

type Members = Readonly<Record<string, readonly string[]>>;

function tableMembers(table: CommandTable): Members {
  const names = (commands: CommandTable['commands']) => commands.map(({ name }) => name).sort();
  return Object.fromEntries([
    ['all', names(table.commands)],
    ...CATEGORIES.map((category) => [category, names(table.inCategory(category))] as const),
  ]);
}

async function membersOf(sentinel: string): Promise<Members> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sentinel-'));
  writeFileSync(path.join(folder, 'sentinel.conf'), 'port 0\nunixsocket s\n');
  const questions = [['command', 'list'], ...CATEGORIES.map((category) => ['acl', 'cat', category])];
  try {
    const { result: replies } = await runServer(folder, [sentinel, 'sentinel.conf'], () =>
      sendCommands(path.join(folder, 's'), questions),
    );
    const sorted = (reply: Reply | undefined) => (Array.isArray(reply) ? reply.map(String).sort() : []);
    return Object.fromEntries(['all', ...CATEGORIES].map((name, index) => [name, sorted(replies?.[index])]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applySourceEdits } from '../../server/src/core/lint/apply-fix.js';
import { createService, type FileReader } from '../../server/src/core/service.js';
import { isServerError, type Reply, sendCommands } from '../support/resp-client.js';
import { runServer } from '../support/run-server.js';
import { describeWithServer, SERVER_UNDER_TEST } from '../support/with-real-server.js';

const PASSWORD = 'k3wr9sTfYpLqV2nA-k3wr9sTfYpLqV2nA';
const CONF = `port 0\nunixsocket s\nsave ""\naclfile users.acl\nrequirepass ${PASSWORD}\n`;
const USERS = 'user app on >zQ7v2mXk9LpR4tWs ~app:* +@read\n';

/** What a real server answers to a stranger, and to somebody with the password of requirepass. */
interface Answers {
  readonly ping: boolean;
  readonly auth: boolean;
}

describeWithServer('requirepass beside an ACL file without a default user', () => {
  it('is an open door, where even the password is refused', async () => {
    assert.deepEqual(await answersOf({ conf: CONF, users: USERS }), { ping: true, auth: false });
  });

  it('lets in only those with the password once it is moved into the ACL file', async () => {
    const fixed = fixedBy('Move it, hashed, to the ACL file: clients must send it');
    assert.ok(!`${fixed.conf}${fixed.users}`.includes(PASSWORD), 'the password is nowhere in clear text');
    assert.deepEqual(await answersOf(fixed), { ping: false, auth: true });
  });

  it('lets nobody in without a name once the default user is switched off', async () => {
    const fixed = fixedBy('Switch default off in the ACL file: clients need a user name');
    assert.deepEqual(await answersOf(fixed), { ping: false, auth: false });
  });
});

interface Files {
  readonly conf: string;
  readonly users: string;
}

function fixedBy(title: string): Files {
  const service = createService();
  const reader: FileReader = {
    readFile: (name) => (name === '/srv/users.acl' ? { status: 'found', text: USERS } : { status: 'missing' }),
    listFolder: () => ({ status: 'missing' }),
  };
  const { findings } = service.lint({ path: '/srv/redis.conf', file: service.parse(CONF), reader });
  const fixes = findings.find(({ rule }) => rule === 'auth-requirepass-ignored-by-aclfile')?.fixes() ?? [];
  const fix = fixes.find((one) => one.title === title);
  assert.ok(fix, `no fix "${title}" among ${fixes.map((one) => one.title).join(', ')}`);
  return {
    conf: applySourceEdits('/srv/redis.conf', service.parse(CONF), fix.edits),
    users: applySourceEdits('/srv/users.acl', service.parse(USERS), fix.edits),
  };
}

async function answersOf({ conf, users }: Files): Promise<Answers | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'acl-fix-'));
  writeFileSync(path.join(folder, 'redis.conf'), conf);
  writeFileSync(path.join(folder, 'users.acl'), users);
  const socket = path.join(folder, 's');
  const succeeds = async (command: readonly string[]) => !isServerError(await reply(socket, command));
  try {
    const { result } = await runServer(folder, [SERVER_UNDER_TEST, 'redis.conf'], async () => ({
      ping: await succeeds(['PING']),
      auth: await succeeds(['AUTH', PASSWORD]),
    }));
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function reply(socket: string, command: readonly string[]): Promise<Reply> {
  return (await sendCommands(socket, [command]))[0] ?? null;
}

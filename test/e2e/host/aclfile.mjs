// node test/e2e/host/aclfile.mjs FILE.vsix [FOLDER FOR SCREENSHOTS]: the password that an ACL file voids is seen and put
// right in the editor, and the real server, which anybody could use before, refuses strangers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_SERVER, openRealServer, targetOfBinary } from '../../../out/test/support/real-server.js';
import {
  notification,
  openFromExplorer,
  openWorkbench,
  pressButton,
  problemRow,
  quickFixEntry,
  until,
  untilOnDisk,
} from './person.mjs';
import { runSteps } from './run-steps.mjs';

const FILES = ['redis.conf', 'users.acl'];
const IGNORED = '"requirepass" is ignored';
const FIX = 'Move it, hashed, to the ACL file';
const BINARY = process.env.REDIS_SERVER ?? DEFAULT_SERVER;
const server = targetOfBinary(BINARY) && (await openRealServer(BINARY));
if (!server) console.log(`  - no server at ${BINARY}: apt-get install redis-server, or set REDIS_SERVER`);

try {
  await runSteps(
    { workspace: 'aclfile-workspace', files: FILES, name: 'order-service' },
    ({ page, url, folder, shot }) => {
      const read = (file) => readFileSync(path.join(folder, file), 'latin1');
      const password = /^requirepass (.*)$/m.exec(read('redis.conf'))[1];
      /** What the server that is started with the files of the workspace answers a stranger, and who knows the password. */
      const answers = async () => {
        const { isStartable, replies } = await server.run({
          text: read('redis.conf'),
          files: { 'users.acl': read('users.acl') },
          commands: [['PING'], ['AUTH', password], ['PING']],
        });
        assert.ok(isStartable, 'the server starts with these files');
        return replies.map((reply) => reply.error?.split(' ')[0] ?? reply);
      };

      /** VS Code saves the files with a fix of several. */
      const untilFixed = async () => {
        await untilOnDisk(path.join(folder, 'users.acl'), /^user default on #[0-9a-f]{64} ~\* &\* \+@all$/m);
        await untilOnDisk(path.join(folder, 'redis.conf'), /without it\.\n\n# The worker/);
      };

      let ignored;
      let entry;
      return [
        ...(server
          ? [['lets a stranger in, whatever requirepass says', async () => assert.equal((await answers())[0], 'PONG')]]
          : []),
        [
          'says that the ACL file makes the server ignore requirepass',
          async () => {
            await openWorkbench(page, url, folder);
            await openFromExplorer(page, 'redis.conf');
            ignored = await problemRow(page, IGNORED);
            await problemRow(page, 'has no "user default" line');
          },
        ],
        [
          'offers to move the password into the ACL file',
          async () => {
            entry = await quickFixEntry(page, ignored, FIX);
            await shot('aclfile');
          },
        ],
        [
          'does so in both files when it is chosen, and takes it back in both with one button',
          async () => {
            const before = FILES.map(read);
            await entry.click();
            await untilFixed();
            const shown = await notification(page, 'Changed: redis.conf and users.acl.');
            await shot('aclfile-fixed');
            await pressButton(shown, 'Undo');
            await until(
              () => FILES.every((file, index) => read(file) === before[index]),
              () => `both files as before; they are\n${FILES.map(read).join('\n')}`,
            );
          },
        ],
        [
          'does it again, for good',
          async () => {
            entry = await quickFixEntry(page, await problemRow(page, IGNORED), FIX);
            await entry.click();
            await untilFixed();
            await page.waitForSelector(`.markers-panel .monaco-list-row >> text=${IGNORED}`, { state: 'detached' });
          },
        ],
        ...(server
          ? [
              [
                'keeps strangers out: the server wants the password now',
                async () => assert.deepEqual(await answers(), ['NOAUTH', 'OK', 'PONG']),
              ],
            ]
          : []),
      ];
    },
  );
} finally {
  await server?.close();
}

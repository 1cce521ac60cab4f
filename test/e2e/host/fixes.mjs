// node test/e2e/host/fixes.mjs FILE.vsix [FOLDER FOR SCREENSHOTS]: a fix that a person chooses happens, at once and whole,
// and an undo takes it back. Nobody here does more than choose and look.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  chooseWithKeys,
  clearNotifications,
  clickWord,
  goToLine,
  menuEntry,
  notification,
  openFromExplorer,
  openWorkbench,
  pressButton,
  runCommand,
  saved,
  until,
  untilOnScreen,
  untilUnchanged,
} from './person.mjs';
import { runSteps } from './run-steps.mjs';

const FILES = ['redis.conf', 'redis-cache.conf', 'redis-replica.conf', 'users.acl'];
const NEW_PASSWORD = /^requirepass [0-9a-f]{64}$/m;

await runSteps({ workspace: 'fixes-workspace', files: FILES, name: 'page-cache' }, ({ page, url, folder, shot }) => {
  const read = (file) => readFileSync(path.join(folder, file), 'utf8');
  const choose = async (word, title) => {
    await clickWord(page, word);
    const entry = await menuEntry(page, title);
    await entry.click();
  };
  const undoWithKey = async () => {
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+Z');
    await untilUnchanged(page);
    await clearNotifications(page);
  };
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  return [
    [
      'binds a file of two lines to loopback, with the keyboard alone',
      async () => {
        await openWorkbench(page, url, folder);
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
        await openFromExplorer(page, 'redis.conf');
        await clickWord(page, '0.0.0.0');
        await menuEntry(page, 'Bind to loopback');
        await shot('fix-bind-menu');
        await chooseWithKeys(page, 'Bind to loopback');
        await untilOnScreen(page, /^bind 127\.0\.0\.1/m);
        await notification(page, 'Bind to loopback');
        await shot('fix-bind');
      },
    ],
    [
      'takes it back with one undo',
      async () => {
        await undoWithKey();
        await untilOnScreen(page, /^bind 0\.0\.0\.0\nport 6379\n/);
      },
    ],
    [
      'sets a password from the light bulb: the line is shown, wherever it stands',
      async () => {
        await openFromExplorer(page, 'redis-cache.conf');
        await clickWord(page, 'bind');
        await page.locator('.codicon-light-bulb, .codicon-gutter-lightbulb').first().click();
        await page.locator('.action-widget .monaco-list-row', { hasText: 'Set a generated password' }).first().click();
        await untilOnScreen(page, NEW_PASSWORD);
        await notification(page, 'requirepass has a new password.');
        await shot('fix-password');
        await undoWithKey();
      },
    ],
    [
      'undoes it with the button',
      async () => {
        await goToLine(page, 10);
        await choose('bind', 'Set a generated password');
        await untilOnScreen(page, NEW_PASSWORD);
        await pressButton(await notification(page, 'requirepass has a new password.'), 'Undo');
        await untilUnchanged(page);
      },
    ],
    [
      'undoes nothing with the button where somebody has gone on',
      async () => {
        await goToLine(page, 10);
        await choose('bind', 'Set a generated password');
        await untilOnScreen(page, NEW_PASSWORD);
        const shown = await notification(page, 'requirepass has a new password.');
        await page.keyboard.type('0');
        await pressButton(shown, 'Undo');
        await notification(page, 'Nothing was undone');
        await untilOnScreen(page, /^requirepass [0-9a-f]{64}0$/m);
        await page.locator('.monaco-editor .view-lines').click();
        await page.keyboard.press('Control+Z');
        await undoWithKey();
      },
    ],
    [
      'copies the password when asked to, and no sooner',
      async () => {
        await page.evaluate(() => navigator.clipboard.writeText('as before'));
        await goToLine(page, 10);
        await choose('bind', 'Set a generated password');
        await untilOnScreen(page, NEW_PASSWORD);
        const shown = await notification(page, 'requirepass has a new password.');
        assert.equal(await clipboard(), 'as before');
        await pressButton(shown, 'Copy password');
        await saved(page, path.join(folder, 'redis-cache.conf'), NEW_PASSWORD);
        const [, password] = /^requirepass (.*)$/m.exec(read('redis-cache.conf'));
        await until(
          async () => (await clipboard()) === password,
          () => 'the password on the clipboard',
        );
      },
    ],
    [
      'says in the status bar alone what nobody has to decide about',
      async () => {
        await goToLine(page, 36);
        await choose('list-max-ziplist-size', 'Change to "list-max-listpack-size"');
        await page.waitForSelector('.statusbar >> text=Applied: Change to "list-max-listpack-size".');
        await shot('fix-safe');
        assert.equal(await page.locator('.notifications-toasts .notification-list-item').count(), 0);
        await page.keyboard.press('Control+Z');
        await untilUnchanged(page);
      },
    ],
    [
      'fixes all that is safe, and says how much is left to decide',
      async () => {
        await runCommand(page, 'Redis Config Lint: Fix All Safe Problems in This File');
        await untilOnScreen(page, /^list-max-listpack-size -2\nhash-max-listpack-entries 128$/m);
        const shown = await notification(page, /\d+ fixed\. \d+ needs? your decision\./);
        await shot('fix-all');
        await pressButton(shown, 'Show');
        await page.waitForSelector('.markers-panel .monaco-list-row');
        await runCommand(page, 'View: Toggle Panel Visibility');
      },
    ],
    [
      'replaces a password in both places where it stands',
      async () => {
        await openFromExplorer(page, 'redis-replica.conf');
        await choose('foobared', 'Replace it with a generated password');
        await untilOnScreen(page, /^requirepass ([0-9a-f]{64})\nmasterauth \1$/m);
        await notification(page, 'requirepass and masterauth have a new password.');
        await shot('fix-twins');
        await undoWithKey();
      },
    ],
    [
      'gives a user of an ACL file a password, or none to log in with',
      async () => {
        await openFromExplorer(page, 'users.acl');
        await choose('nopass', 'Set a generated password');
        await untilOnScreen(page, /^user backup on >[0-9a-f]{64} /m);
        await notification(page, 'user backup has a new password.');
        await shot('fix-user');
        await undoWithKey();
        await choose('nopass', 'Remove "nopass"');
        await untilOnScreen(page, /^user backup on ~\* /m);
        await pressButton(await notification(page, 'Remove "nopass"'), 'Undo');
        await untilUnchanged(page);
      },
    ],
    [
      'has written nothing that nobody saved',
      async () => {
        assert.equal(read('redis.conf'), 'bind 0.0.0.0\nport 6379\n');
        assert.match(read('redis-replica.conf'), /^requirepass foobared\nmasterauth foobared$/m);
        assert.match(read('users.acl'), /^user backup on nopass /m);
      },
    ],
  ];
});

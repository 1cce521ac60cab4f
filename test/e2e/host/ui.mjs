// node test/e2e/host/ui.mjs FILE.vsix [FOLDER FOR SCREENSHOTS]: what a person sees and does with the package installed.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFromExplorer, openWorkbench, problemRow, quickFixEntry, runCommand, saved } from './person.mjs';
import { startVscode } from './vscode-host.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const [vsix = path.join(root, 'out/redis-conf-lint.vsix'), shots = path.join(root, 'artifacts/screenshots')] =
  process.argv.slice(2);
mkdirSync(shots, { recursive: true });

const home = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-ui-'));
const workspace = path.join(home, 'session-cache');
mkdirSync(workspace);
for (const file of ['redis.conf', 'users.acl'])
  cpSync(path.join(root, 'test/e2e/workspace', file), path.join(workspace, file));
const vscode = await startVscode({
  vsix: path.resolve(vsix),
  workspace,
  scale: Number(process.env.SCREENSHOT_SCALE ?? 1),
  settings: {
    'editor.minimap.enabled': false,
    'editor.fontSize': 14,
    'editor.wordWrap': 'on',
    'workbench.reduceMotion': 'on',
    'workbench.colorTheme': 'Default Dark Modern',
  },
});
const { page, url, folder } = vscode;
const file = path.join(folder, 'redis.conf');
const shot = (name) => page.screenshot({ path: path.join(shots, `${name}.png`) });

let protectedMode;
let entry;
const steps = [
  [
    'opens redis.conf and sees the squiggle',
    async () => {
      await openWorkbench(page, url, folder);
      await openFromExplorer(page, 'redis.conf');
      await page.waitForSelector('.monaco-editor .squiggly-error', { timeout: 60_000 });
    },
  ],
  [
    'sees what is wrong in Problems',
    async () => {
      protectedMode = await problemRow(page, 'protected-mode is "no"');
      await shot('problems');
    },
  ],
  [
    'reads the finding where it is',
    async () => {
      await protectedMode.dblclick();
      await page.waitForSelector('.monaco-editor.focused');
      await runCommand(page, 'Show or Focus Hover');
      await page.waitForSelector('.monaco-hover:not(.hidden) >> text=net-protected-mode-off');
      await shot('hover');
      await page.keyboard.press('Escape');
    },
  ],
  [
    'opens the Quick Fix menu',
    async () => {
      entry = await quickFixEntry(page, protectedMode, 'Set protected-mode to yes');
      await shot('quick-fix-menu');
    },
  ],
  [
    'applies the fix and saves: the file on disk is right',
    async () => {
      await entry.click();
      await page.waitForSelector('.markers-panel .monaco-list-row >> text=protected-mode is "no"', {
        state: 'detached',
      });
      await saved(page, file, /^protected-mode yes$/m);
    },
  ],
  [
    'fixes all that is safe with one command',
    async () => {
      await page.locator('.monaco-editor .view-lines').click();
      await runCommand(page, 'Redis Config Lint: Fix All Safe Problems in This File');
      await page.waitForSelector('.tab.dirty');
      await saved(page, file, /^list-max-listpack-size -2\nhash-max-listpack-entries 128$/m);
      await shot('fixed');
    },
  ],
  [
    'opens the status of the language: for which server it is read',
    async () => {
      await page.locator('#status\\.languageStatus, [id*="languageStatus"]').first().click();
      await page.waitForSelector('.hover-language-status >> text=Redis 8');
      await shot('language-status');
      await page.keyboard.press('Escape');
    },
  ],
  [
    'sees the colours of users.acl',
    async () => {
      await openFromExplorer(page, 'users.acl');
      await page.waitForSelector('.monaco-editor .view-line >> text=worker');
      await runCommand(page, 'View: Toggle Panel Visibility');
      await shot('users-acl');
    },
  ],
];

let passed = 0;
try {
  for (const [step, act] of steps) {
    const start = Date.now();
    await act().catch((error) => {
      throw new Error(`${step}: ${error.message}`);
    });
    passed++;
    console.log(`  ✔ ${step} (${Date.now() - start} ms)`);
  }
} catch (error) {
  await shot('failed').catch(() => {});
  console.error(error);
  process.exitCode = 1;
} finally {
  await vscode.stop();
  rmSync(home, { recursive: true, force: true });
}
console.log(`${passed} passed, ${steps.length - passed} failed`);

// node test/e2e/host/ui.mjs FILE.vsix [FOLDER FOR SCREENSHOTS]: what a person sees and does with the package installed.
import path from 'node:path';
import { openFromExplorer, openWorkbench, problemRow, quickFixEntry, runCommand, saved } from './person.mjs';
import { runSteps } from './run-steps.mjs';

await runSteps(
  { workspace: 'workspace', files: ['redis.conf', 'users.acl'], name: 'session-cache' },
  ({ page, url, folder, shot }) => {
    const file = path.join(folder, 'redis.conf');
    let protectedMode;
    let entry;
    return [
      [
        'opens redis.conf and sees the squiggle',
        async () => {
          await openWorkbench(page, url, folder);
          await openFromExplorer(page, 'redis.conf');
          await page.waitForSelector('.monaco-editor .squiggly-error');
        },
      ],
      [
        'sees what is wrong in Problems',
        async () => {
          protectedMode = await problemRow(page, '"protected-mode" is "no"');
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
          await protectedMode.waitFor({ state: 'detached' });
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
      [
        'reads what a user may do',
        async () => {
          await page
            .locator('.monaco-editor .view-line span', { hasText: /^reports$/ })
            .first()
            .click();
          await runCommand(page, 'Show or Focus Hover');
          await page.waitForSelector('.monaco-hover:not(.hidden) >> text=can log in with its password');
          await shot('user-hover');
          await page.keyboard.press('Escape');
        },
      ],
      [
        'is offered the commands that a user could be allowed',
        async () => {
          await page.keyboard.press('Home');
          await page.keyboard.press('End');
          await page.keyboard.type(' +config|');
          await page.waitForSelector('.suggest-widget.visible .monaco-list-row >> text=+config|rewrite');
          await shot('user-completion');
        },
      ],
    ];
  },
);

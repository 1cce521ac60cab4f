// What a person does in the workbench, with the steps that need patience.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE } from '../../../out/test/e2e/patience.js';

const HEARTBEAT = 50;

/** Looks again and again until `isSo` answers true; `what` says what was waited for, and what is there instead. */
export async function until(isSo, what) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(HEARTBEAT)) {
    if (await isSo()) return;
  }
  throw new Error(`not within ${PATIENCE / 1000} s: ${await what()}`);
}

export async function openWorkbench(page, url, folder) {
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
  await page.waitForSelector('.explorer-folders-view .monaco-list-row');
}

export async function openFromExplorer(page, name) {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
  await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
  await page.waitForSelector('.monaco-editor .view-line');
}

export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** `10`, or `10:4` for a column. */
export async function goToLine(page, line) {
  await runCommand(page, 'Go to Line/Column');
  await page.locator('.quick-input-widget input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.monaco-editor.focused');
}

/** Reads the hover at `line:column` once it holds a text. */
export async function hoverAt(page, place, text) {
  const shown = page.locator('.monaco-hover:not(.hidden)', { hasText: text }).first();
  await goToLine(page, place);
  await until(
    async () => {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await shown.waitFor({ timeout: 2_000 }).catch(() => {});
      return shown.isVisible();
    },
    () => `"${text}" in the hover at ${place}`,
  );
}

/** Opens Problems and answers the row that holds a text. */
export async function problemRow(page, text) {
  await page.keyboard.press('Control+Shift+M');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  await row.waitFor();
  return row;
}

/** Puts the cursor on a problem and opens its Quick Fix menu; answers the entry with a title. */
export async function quickFixEntry(page, problem, title) {
  await problem.dblclick();
  return menuEntry(page, title);
}

/** Clicks the first place in the editor where a word stands. */
export async function clickWord(page, word) {
  const hasText = new RegExp(`^\\s*${word.replaceAll('.', '\\.')}\\s*$`);
  await page.locator('.monaco-editor .view-line > span > span', { hasText }).first().click();
}

/** Opens the Quick Fix menu where the cursor is; answers the entry with a title. */
export async function menuEntry(page, title) {
  await page.waitForSelector('.monaco-editor.focused');
  const entries = page.locator('.action-widget .monaco-list-row');
  const entry = entries.filter({ hasText: title }).first();
  // The key is lost while the editor is still taking the focus; a menu that opened too early is opened again.
  await until(
    async () => {
      if (await entry.isVisible()) return true;
      if (await entries.first().isVisible()) await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await entry.waitFor({ timeout: 2_000 }).catch(() => {});
      return entry.isVisible();
    },
    async () => `"${title}" in the menu: ${await entries.allTextContents()}`,
  );
  return entry;
}

/** Goes down in the open menu with the arrow key, and chooses with Enter. */
export async function chooseWithKeys(page, title) {
  const focused = page.locator('.action-widget .monaco-list-row.focused');
  await until(
    async () => {
      if ((await focused.textContent()).includes(title)) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    },
    () => `"${title}" under the arrow key`,
  );
  await page.keyboard.press('Enter');
}

/** The lines of the active editor that are on the screen. */
export function linesOnScreen(page) {
  return page.locator('.editor-instance .view-line').evaluateAll((lines) =>
    lines
      .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent.replaceAll('\u00a0', ' ') }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
}

export function untilOnScreen(page, expected) {
  return until(
    async () => expected.test((await linesOnScreen(page)).join('\n')),
    async () => `${expected} on the screen, which shows\n${(await linesOnScreen(page)).join('\n')}`,
  );
}

/** The active editor holds what is on disk: an undo has brought back exactly that. */
export async function untilUnchanged(page) {
  await page.waitForSelector('.tab.active:not(.dirty)');
}

/** The notification that holds a text. */
export async function notification(page, text) {
  const shown = page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  await shown.waitFor();
  return shown;
}

export async function clearNotifications(page) {
  await runCommand(page, 'Notifications: Clear All Notifications');
  await page.locator('.notifications-toasts .notification-list-item').first().waitFor({ state: 'detached' });
}

export async function pressButton(shown, label) {
  await shown.locator('.monaco-button', { hasText: label }).click();
  await shown.waitFor({ state: 'detached' });
}

export async function saved(page, file, expected) {
  await page.keyboard.press('Control+S');
  await untilOnDisk(file, expected);
}

export function untilOnDisk(file, expected) {
  return until(
    () => expected.test(readFileSync(file, 'utf8')),
    () => `${expected} in ${file}, which holds\n${readFileSync(file, 'utf8')}`,
  );
}

// What a person does in the workbench, with the steps that need patience.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 60_000;

export async function openWorkbench(page, url, folder) {
  await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
  await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: PATIENCE });
}

export async function openFromExplorer(page, name) {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
  await page.waitForSelector('.monaco-editor .view-line', { timeout: PATIENCE });
}

export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** Opens Problems and answers the row that holds a text. */
export async function problemRow(page, text) {
  await page.keyboard.press('Control+Shift+M');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  await row.waitFor({ timeout: PATIENCE });
  return row;
}

/** Puts the cursor on a problem and opens its Quick Fix menu; answers the entry with a title. */
export async function quickFixEntry(page, problem, title) {
  await problem.dblclick();
  await page.waitForSelector('.monaco-editor.focused', { timeout: PATIENCE });
  const entry = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  // The key is lost while the editor is still taking the focus.
  for (let attempt = 0; attempt < 20 && !(await entry.isVisible()); attempt++) {
    await page.keyboard.press('Control+.');
    await entry.waitFor({ timeout: 2_000 }).catch(() => {});
  }
  return entry;
}

export async function saved(page, file, expected) {
  await page.keyboard.press('Control+S');
  await untilOnDisk(file, expected);
}

export async function untilOnDisk(file, expected) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(50)) {
    if (expected.test(readFileSync(file, 'utf8'))) return;
  }
  throw new Error(`${file} on disk does not match ${expected}:\n${readFileSync(file, 'utf8')}`);
}

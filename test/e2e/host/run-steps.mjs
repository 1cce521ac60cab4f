import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startVscode } from './vscode-host.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const SETTINGS = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.wordWrap': 'on',
  'workbench.reduceMotion': 'on',
  'workbench.colorTheme': process.env.SCREENSHOT_THEME ?? 'Default Dark Modern',
};

/**
 * What a person does with the package installed, step by step: `stepsOf({ page, url, folder, shot })` answers pairs of
 * a title and an act. The command line says which package, and the folder for screenshots; SCREENSHOT_SCALE how sharp, SCREENSHOT_THEME
 * in which colours.
 * `folder` is a copy of `workspace` (a path below test/e2e) that is called `name`, with `files` of it. `asksForTrust`: it
 * is opened in Restricted Mode until somebody trusts it.
 */
export async function runSteps({ workspace, files, name, asksForTrust }, stepsOf) {
  const [vsix = path.join(root, 'out/redis-conf-lint.vsix'), shots = path.join(root, 'artifacts/screenshots')] =
    process.argv.slice(2);
  mkdirSync(shots, { recursive: true });
  const home = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-ui-'));
  mkdirSync(path.join(home, name));
  for (const file of files) cpSync(path.join(root, 'test/e2e', workspace, file), path.join(home, name, file));
  const vscode = await startVscode({
    vsix: path.resolve(vsix),
    workspace: path.join(home, name),
    scale: Number(process.env.SCREENSHOT_SCALE ?? 1),
    settings: SETTINGS,
    asksForTrust,
  });
  const shot = (file) => vscode.page.screenshot({ path: path.join(shots, `${file}.png`) });
  const steps = stepsOf({ ...vscode, shot });

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
}

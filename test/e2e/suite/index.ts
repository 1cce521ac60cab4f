import { readdirSync } from 'node:fs';
import path from 'node:path';
import { TEST_TIMEOUT } from '../patience.js';

/** Called by VS Code inside the extension host: resolves where all tests pass, rejects where one fails. */
export async function run(): Promise<void> {
  // mocha is an ES module; an older VS Code's Node can't require it.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: TEST_TIMEOUT });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}

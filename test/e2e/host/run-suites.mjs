// node test/e2e/host/run-suites.mjs [--vsix FILE | --web]: the suites of test/e2e/suite in a real extension host.
// Without an option the extension comes from this folder; with a package, an empty extension only carries the tests.
import path from 'node:path';
import { bundleSuites } from './bundle-suites.mjs';
import { runExtensionTests } from './extension-tests.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const [option, file] = process.argv.slice(2);
const isWeb = option === '--web';
const vsix = option === '--vsix' ? path.resolve(file ?? '') : undefined;

if (isWeb) await bundleSuites();
const { code, lines } = await runExtensionTests({
  isWeb,
  vsix,
  workspace: path.join(root, 'test/e2e/workspace'),
  extensionDevelopmentPath: vsix ? path.join(root, 'test/e2e/host/empty-extension') : root,
  extensionTestsPath: path.join(root, isWeb ? 'out/test/e2e-web/index' : 'out/test/e2e/suite/index'),
});
console.log(lines.join('\n'));
const count = (what) => Number(new RegExp(`^\\s*(\\d+) ${what}`, 'm').exec(lines.join('\n'))?.[1] ?? 0);
const [passed, failed, skipped] = [count('passing'), count('failing'), count('pending')];
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(code === 0 && failed === 0 && passed > 0 ? 0 : 1);

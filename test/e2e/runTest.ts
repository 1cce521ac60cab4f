// For machines that can download VS Code: the same suites in a VS Code of its own. `npm run compile && npm run build` first.
import path from 'node:path';
import { runTests } from '@vscode/test-electron';

const root = path.resolve(__dirname, '../../..');

runTests({
  extensionDevelopmentPath: root,
  extensionTestsPath: path.join(__dirname, 'suite/index'),
  launchArgs: [path.join(root, 'test/e2e/workspace'), '--disable-extensions', '--disable-workspace-trust'],
}).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

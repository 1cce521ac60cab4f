// The suites of tests: npm run test:suite -- [NAME...] [mocha's options]; without a name all of them.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files below test/, without `.test.ts`. A test is in exactly one suite. `core` is for every save: pure, and seconds. */
export const SUITES = {
  core: ['core/**/*'],
  rules: ['rules', 'imports', 'laws', 'laws/*', 'judgement/*'],
  documents: ['hosts/*', 'embedded/*'],
  texts: ['properties/*', 'limits/*', 'fuzz/*', 'combined-fixes', 'split-include', 'regular-expressions'],
  secrets: ['secrets/*', 'injection/*', 'security-promises'],
  'command-line': ['cli/*', 'node/*'],
  'language-server': ['lsp/*', 'client-protocol'],
  servers: ['acl/*', 'clients/*', 'conformance/*', 'differential/*', 'pages/*', 'probe/*', 'support/*'],
  package: ['package', 'generators', 'suites'],
};

const ROOT = path.resolve(import.meta.dirname, '..');
/** Other work of the machine takes its share meanwhile. */
const PATIENCE = ['--timeout', '180000'];

/** How Node runs suites, all where none is named. Compiled before. */
export function suiteCommand(names, options = []) {
  const chosen = names.length > 0 ? names : Object.keys(SUITES);
  const files = chosen.flatMap((name) => SUITES[name]).map((file) => `out/test/${file}.test.js`);
  return [path.join(ROOT, 'node_modules/mocha/bin/mocha.js'), ...PATIENCE, ...options, ...files];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const firstOption = args.findIndex((arg) => !Object.hasOwn(SUITES, arg));
  const names = firstOption < 0 ? args : args.slice(0, firstOption);
  const command = suiteCommand(names, args.slice(names.length));
  process.exitCode = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}

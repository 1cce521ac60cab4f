// npm test: installs what is missing and runs everything that can run here. npm test -- -g <pattern>: the fast tests of that name.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureNodeModules } from './setup-node-modules.mjs';
import { CODE_SERVER, hostIsImpossible } from './setup-vscode-host.mjs';
import { COUNTS, createStages } from './stages.mjs';

const start = performance.now();
const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');
const VSIX = 'out/redis-conf-lint.vsix';
const SUITES = 'test/e2e/host/run-suites.mjs';

console.log(`  npm packages: ${ensureNodeModules()}`);
const stages = createStages();
const filter = process.argv.slice(2);
if (filter.length > 0) {
  await compile();
  await core(filter);
} else {
  const debian = stages.prepare('Debian packages', ['scripts/setup-debian-packages.mjs']);
  const host = stages.prepare('VS Code test host', ['scripts/setup-vscode-host.mjs']);
  const compiled = compile();
  // Packaging builds: before the tests, some of which start what was built.
  const vsce = path.join(modules, '@vscode/vsce/vsce');
  await stages.run('build and package', [vsce, 'package', '--no-dependencies', '-o', VSIX]);
  await Promise.all([checks(compiled, debian), editor(compiled, Promise.all([debian, host]))]);
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(`\n${seconds} s`);
console.log(`${stages.total.passed} passed, ${stages.total.failed} failed`);
process.exitCode = stages.total.failed === 0 ? 0 : 1;

function compile() {
  return stages.run('types', [path.join(modules, 'typescript/bin/tsc'), '-b']);
}

/** Other stages take their share of the machine meanwhile, so that its tests get more time than alone. */
function core(args) {
  const patience = ['--timeout', '180000'];
  return stages.run(
    'core, server, command line, laws',
    [path.join(modules, 'mocha/bin/mocha.js'), ...patience, ...args],
    COUNTS.mocha,
  );
}

async function checks(compiled, debian) {
  await stages.run('what follows from the rules', ['scripts/generate.mjs', '--check']);
  await stages.run('lint and format', [path.join(modules, '@biomejs/biome/bin/biome'), 'check', '.']);
  const grammar = [path.join(modules, 'vscode-tmgrammar-test/dist/unit.js'), 'test/grammar/*.test'];
  await stages.run('grammars', grammar, COUNTS.grammar);
  await Promise.all([compiled, debian]);
  await core([]);
}

/** The same suites wherever the extension can run, then a person's way through it. */
async function editor(compiled, parts) {
  await compiled;
  if (hostIsImpossible()) return downloadedEditor();
  await parts;
  const { findChromium } = await import('../test/e2e/host/chromium.mjs');
  const isMissing = [
    ...(existsSync(CODE_SERVER) ? [] : ['the VS Code test host: node scripts/setup-vscode-host.mjs']),
    ...(findChromium() ? [] : ['Chromium: apt-get install chromium']),
  ];
  const inEditor = [
    ['editor, from the source folder', [SUITES]],
    ['editor, from the package', [SUITES, '--vsix', VSIX]],
    ['editor, as a web worker', [SUITES, '--web']],
    ['editor, as a person', ['test/e2e/host/ui.mjs', VSIX, 'artifacts/screenshots']],
    ['editor, as a person: fixes', ['test/e2e/host/fixes.mjs', VSIX, 'artifacts/screenshots']],
    ['editor, in Restricted Mode', ['test/e2e/host/restricted.mjs', VSIX, 'artifacts/screenshots']],
    ['editor and server: the line that does nothing', ['test/e2e/host/aclfile.mjs', VSIX, 'artifacts/screenshots']],
  ];
  for (const [name, args] of inEditor) {
    if (isMissing.length === 0) await stages.run(name, args, COUNTS.lastLine);
    else stages.skip(name, `install ${isMissing.join('; ')}`);
  }
}

function downloadedEditor() {
  return stages.run('editor, downloaded VS Code', ['out/test/e2e/runTest.js'], COUNTS.mocha);
}

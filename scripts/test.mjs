// npm test: installs what is missing and runs everything that can run here, two programs at a time.
// npm test -- -g <name>: the tests of that name, of those that need no editor.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureNodeModules } from './setup-node-modules.mjs';
import { CODE_SERVER, hostIsImpossible } from './setup-vscode-host.mjs';
import { COUNTS, createStages } from './stages.mjs';
import { SUITES, suiteCommand } from './suites.mjs';

const start = performance.now();
const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');
const VSIX = 'out/redis-conf-lint.vsix';
const EDITOR_SUITES = 'test/e2e/host/run-suites.mjs';

console.log(`  npm packages: ${ensureNodeModules()}`);
const stages = createStages();
const filter = process.argv.slice(2);
if (filter.length > 0) {
  await compile();
  await stages.run('tests of that name', suiteCommand([], filter), COUNTS.mocha);
} else {
  const parts = Promise.all([
    stages.prepare('Debian packages', ['scripts/setup-debian-packages.mjs']),
    stages.prepare('VS Code test host', ['scripts/setup-vscode-host.mjs']),
  ]);
  // Packaging builds: before the tests, some of which start what was built.
  await Promise.all([compile(), packageExtension(), parts]);
  await inTwoLanes(await editor(), checks());
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(`\n${seconds} s`);
console.log(`${stages.total.passed} passed, ${stages.total.failed} failed`);
process.exitCode = stages.total.failed === 0 ? 0 : 1;

function compile() {
  return stages.run('types', [path.join(modules, 'typescript/bin/tsc'), '-b']);
}

function packageExtension() {
  const vsce = path.join(modules, '@vscode/vsce/vsce');
  return stages.run('build and package', [vsce, 'package', '--no-dependencies', '-o', VSIX]);
}

/** Two stages at a time, one of each list where there are both: what waits for an editor beside what computes. */
async function inTwoLanes(one, other) {
  const lane = async (first, second) => {
    for (let next = first.shift() ?? second.shift(); next; next = first.shift() ?? second.shift()) await next();
  };
  await Promise.all([lane(one, other), lane(other, one)]);
}

function checks() {
  const grammar = [path.join(modules, 'vscode-tmgrammar-test/dist/unit.js'), 'test/grammar/*.test'];
  return [
    () => stages.run('what follows from the rules', ['scripts/generate.mjs', '--check']),
    () => stages.run('lint and format', [path.join(modules, '@biomejs/biome/bin/biome'), 'check', '.']),
    () => stages.run('grammars', grammar, COUNTS.grammar),
    ...Object.keys(SUITES).map((name) => () => stages.run(`suite ${name}`, suiteCommand([name]), COUNTS.mocha)),
  ];
}

/** The same suites wherever the extension can run, then a person's way through it. */
async function editor() {
  if (hostIsImpossible()) {
    return [() => stages.run('editor, downloaded VS Code', ['out/test/e2e/runTest.js'], COUNTS.mocha)];
  }
  const { findChromium } = await import('../test/e2e/host/chromium.mjs');
  const missing = [
    ...(existsSync(CODE_SERVER) ? [] : ['the VS Code test host: node scripts/setup-vscode-host.mjs']),
    ...(findChromium() ? [] : ['Chromium: apt-get install chromium']),
  ];
  const person = (file) => [`test/e2e/host/${file}.mjs`, VSIX, 'artifacts/screenshots'];
  const inEditor = [
    ['editor, from the source folder', [EDITOR_SUITES]],
    ['editor, from the package', [EDITOR_SUITES, '--vsix', VSIX]],
    ['editor, as a web worker', [EDITOR_SUITES, '--web']],
    ['editor, as a person', person('ui')],
    ['editor, as a person: fixes', person('fixes')],
    ['editor, in Restricted Mode', person('restricted')],
    ['editor and server: the line that does nothing', person('aclfile')],
  ];
  return inEditor.map(([name, args]) => async () => {
    if (missing.length === 0) await stages.run(name, args, COUNTS.lastLine);
    else stages.skip(name, `install ${missing.join('; ')}`);
  });
}

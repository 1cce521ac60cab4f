// npm run build [-- --dev] [-- --watch]: bundles what ships into dist/. --dev: readable, with source maps.
import { chmodSync, existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { context } from 'esbuild';
import { rulePagesDefine } from './rule-pages.mjs';

const root = path.resolve(import.meta.dirname, '..');
const isWatching = process.argv.includes('--watch');
const isDev = isWatching || process.argv.includes('--dev');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !isDev,
  sourcemap: isDev,
  legalComments: 'none',
  logLevel: 'warning',
  // Packages' ES modules leave out what isn't used; their CommonJS (and UMD) builds cannot.
  mainFields: ['module', 'main'],
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
const web = { ...common, platform: 'browser', target: 'es2023', mainFields: ['browser', 'module', 'main'] };
const executable = { ...node, banner: { js: '#!/usr/bin/env node' } };

/** The language server answers its editor first and reads the engine then: it stays in a file of its own. */
const engineApart = {
  name: 'engine-apart',
  setup: (bundler) =>
    bundler.onResolve({ filter: /\/core\/service\.js$/ }, () => ({ path: './engine.js', external: true })),
};

const bundles = [
  { ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...executable, entryPoints: ['server/src/lsp/main.node.ts'], outfile: 'dist/server.js', plugins: [engineApart] },
  { ...node, entryPoints: ['server/src/core/service.ts'], outfile: 'dist/engine.js' },
  { ...executable, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', define: rulePagesDefine() },
  {
    ...web,
    format: 'cjs',
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode'],
  },
  { ...web, format: 'iife', entryPoints: ['server/src/lsp/main.browser.ts'], outfile: 'dist/web/server.js' },
];

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const [present, missing] = [[], []];
for (const bundle of bundles) (existsSync(path.join(root, bundle.entryPoints[0])) ? present : missing).push(bundle);

const contexts = await Promise.all(present.map((bundle) => context(bundle)));
await Promise.all(contexts.map((each) => each.rebuild()));
for (const { outfile, banner } of present) {
  if (banner !== undefined) chmodSync(path.join(root, outfile), 0o755);
  const kilobytes = statSync(path.join(root, outfile)).size / 1000;
  console.log(`${outfile.padEnd(24)} ${kilobytes.toFixed(1).padStart(8)} kB`);
}
for (const { outfile, entryPoints } of missing) console.error(`${outfile}: ${entryPoints[0]} is missing, not built.`);
if (missing.length > 0) process.exitCode = 1;

if (isWatching) {
  console.log('watching');
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await Promise.all(contexts.map((each) => each.dispose()));
}

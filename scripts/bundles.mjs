// Every bundle that ships, as options of esbuild: scripts/build.mjs writes them into dist/, tests into folders of their own.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rulePagesDefine } from './rule-pages.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** The language server answers its editor first and reads the engine then: it stays in a file of its own. */
const engineApart = {
  name: 'engine-apart',
  setup: (bundler) =>
    bundler.onResolve({ filter: /\/core\/service\.js$/ }, () => ({ path: './engine.js', external: true })),
};

/** Facts as a text for JSON.parse, which reads it in less time than an engine takes for an object literal. */
const factsAsText = {
  name: 'facts-as-text',
  setup: (bundler) =>
    bundler.onLoad({ filter: /[\\/]core[\\/][a-z]+[\\/]data[\\/][a-z-]+\.json$/ }, async (file) => {
      const facts = JSON.stringify(JSON.parse(await readFile(file.path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(facts)});` };
    }),
};

export function createBundles({ isDev = false, folder = 'dist' } = {}) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: !isDev,
    sourcemap: isDev,
    legalComments: 'none',
    logLevel: 'warning',
    // Packages' ES modules leave out what isn't used; their CommonJS (and UMD) builds cannot.
    mainFields: ['module', 'main'],
    plugins: [factsAsText],
  };
  const to = (name) => path.join(folder, name);
  return { ...bundlesForNode(common, to), ...bundlesForBrowsers(common, to) };
}

function bundlesForNode(common, to) {
  const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
  const executable = { ...node, banner: { js: '#!/usr/bin/env node' } };
  return {
    extension: {
      ...node,
      entryPoints: ['client/src/extension.ts'],
      outfile: to('extension.js'),
      external: ['vscode'],
    },
    server: {
      ...executable,
      entryPoints: ['server/src/lsp/main.node.ts'],
      outfile: to('server.js'),
      plugins: [engineApart],
    },
    engine: { ...node, entryPoints: ['server/src/core/service.ts'], outfile: to('engine.js') },
    cli: {
      ...executable,
      entryPoints: ['server/src/cli/main.ts'],
      outfile: to('cli.js'),
      define: rulePagesDefine(),
    },
  };
}

function bundlesForBrowsers(common, to) {
  const web = { ...common, platform: 'browser', target: 'es2023', mainFields: ['browser', 'module', 'main'] };
  return {
    webExtension: {
      ...web,
      format: 'cjs',
      entryPoints: ['client/src/extension.web.ts'],
      outfile: to('web/extension.js'),
      external: ['vscode'],
    },
    webServer: {
      ...web,
      format: 'iife',
      entryPoints: ['server/src/lsp/main.browser.ts'],
      outfile: to('web/server.js'),
    },
  };
}

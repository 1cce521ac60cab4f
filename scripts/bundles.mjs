// Every bundle that ships, as options of esbuild: scripts/build.mjs writes them into dist/, tests into folders of their own.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modulesOfCore } from './engine-modules.mjs';
import { rulePagesDefine } from './rule-pages.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** What the engine and the library for YAML are called where scripts share their names: in a worker. */
const ENGINE = 'redisConfEngine';
const YAML = 'redisConfYaml';

/** Facts as a text for JSON.parse, which reads it in less time than an engine takes for an object literal. */
const factsAsText = {
  name: 'facts-as-text',
  setup: (bundler) =>
    bundler.onLoad({ filter: /[\\/]core[\\/][a-z]+[\\/]data[\\/][a-z-]+\.json$/ }, async (file) => {
      const facts = JSON.stringify(JSON.parse(await readFile(file.path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(facts)});` };
    }),
};

/**
 * Takes modules of core from the engine's file, which is read when the first of them is needed. `filter`: which;
 * `engine`: the expression that the engine is.
 */
const engineApart = (filter, engine) => ({
  name: 'engine-apart',
  setup: (bundler) => {
    bundler.onResolve({ filter }, ({ path: specifier }) => ({
      namespace: 'engine',
      path: specifier.replace(/^.*\/core\//, ''),
    }));
    bundler.onLoad({ filter: /./, namespace: 'engine' }, (file) => ({
      contents: `module.exports = ${engine}[${JSON.stringify(file.path)}];`,
    }));
  },
});
const FACADE = /\/core\/(?:document-)?service\.js$/;
const ANY_OF_CORE = /\/core\//;

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
  };
  const to = (name) => path.join(folder, name);
  return {
    engine: engineBundle(common, to),
    yaml: yamlBundle(common, to),
    ...bundlesForNode(common, to),
    ...bundlesForBrowsers(common, to),
  };
}

/** What programs take with `require`, a worker with `importScripts`. */
function sharedBundle(common, globalName) {
  return {
    ...common,
    platform: 'neutral',
    format: 'iife',
    target: ['node20', 'es2023'],
    globalName,
    footer: { js: `if (typeof module === 'object') module.exports = ${globalName};` },
  };
}

/** Read when the first document needs it. */
function yamlBundle(common, to) {
  return { ...sharedBundle(common, YAML), entryPoints: ['server/src/node/yaml.ts'], outfile: to('yaml.js') };
}

/** One for all. */
function engineBundle(common, to) {
  const contents = modulesOfCore().map((name) => `export * as ${JSON.stringify(name)} from './core/${name}';`);
  return {
    ...sharedBundle(common, ENGINE),
    stdin: {
      contents: ["'use strict';", ...contents].join('\n'),
      resolveDir: path.join(root, 'server/src'),
      sourcefile: 'engine.ts',
    },
    outfile: to('engine.js'),
    plugins: [factsAsText],
  };
}

function bundlesForNode(common, to) {
  const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
  const executable = { ...node, banner: { js: '#!/usr/bin/env node' } };
  const engine = 'require("./engine.js")';
  const external = ['./engine.js', './rule-pages.js', './yaml.js'];
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
      // The disk takes a few bytes of core at the start, before an editor has its answer: not from the engine.
      plugins: [engineApart(FACADE, engine)],
      external,
    },
    cli: {
      ...executable,
      entryPoints: ['server/src/cli/main.ts'],
      outfile: to('cli.js'),
      plugins: [engineApart(ANY_OF_CORE, engine)],
      external,
    },
    rulePages: {
      ...node,
      entryPoints: ['server/src/cli/rule-pages.ts'],
      outfile: to('rule-pages.js'),
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
      plugins: [engineApart(FACADE, `self.${ENGINE}`)],
    },
  };
}

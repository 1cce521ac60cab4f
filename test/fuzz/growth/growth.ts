// How the time for a text grows with its length: `node out/test/fuzz/growth/growth.js [name]` prints a table, and fails
// where twice the text takes more than `STEEPEST` times as long, twice in a row. Deep: it runs for minutes.
import { FILE_SHAPES } from './file-shapes.js';
import { LINE_SHAPES } from './line-shapes.js';
import { cpuTimeOf, exitCodeOfMeasuringProcess } from './measure.js';
import type { Shape } from './shape.js';
import { PARTS, type Part, workFor } from './work.js';

const SIZES = [32, 64, 128, 256].map((kilobytes) => kilobytes * 1024);
const LARGEST = SIZES.at(-1) ?? 0;
const STEEPEST = 2.5;
/** Below this a doubling says more of the machine than of the work. */
const LEAST_MS = 5;
/** What takes longer is not asked for more. */
const PATIENCE_MS = 20_000;
const REPEATS = 3;
const REPEATS_TO_CONFIRM = 7;

interface Growth {
  /** The steepest doubling, or the milder of it and the next one. */
  readonly steepest: number;
  /** Of the longest text that was tried. */
  readonly time: number;
  readonly size: number;
}

const NONE: Growth = { steepest: 0, time: 0, size: 0 };

function growthsOf(shape: Shape): Readonly<Record<Part, Growth>> {
  const growths: Record<Part, Growth> = { lint: NONE, features: NONE, fixes: NONE, report: NONE };
  for (const size of SIZES) {
    if (PARTS.some((part) => growths[part].time > PATIENCE_MS)) break;
    const work = workFor(shape, size);
    for (const part of PARTS) {
      const { time: before, steepest } = growths[part];
      const time = cpuTimeOf(work[part], REPEATS);
      const ratio = before < LEAST_MS ? 0 : time / before;
      const confirmed = ratio > STEEPEST ? confirmedRatio(shape, part, size) : ratio;
      growths[part] = { steepest: Math.max(steepest, confirmed), time, size };
    }
  }
  return growths;
}

/** A single step up may be the garbage collector's or another process's: what grows too fast does so again. */
function confirmedRatio(shape: Shape, part: Part, size: number): number {
  const [half = 0, whole = 0, double = 0] = [size / 2, size, size * 2].map((each) =>
    cpuTimeOf(workFor(shape, each)[part], REPEATS_TO_CONFIRM),
  );
  return Math.min(whole / half, double / whole);
}

/** Prints the table; answers how many shapes grow too fast. */
function measure(shapes: readonly Shape[]): number {
  let failed = 0;
  const columns = PARTS.map((part) => part.padStart(10)).join('');
  console.log(`${'  milliseconds of CPU for 256 KB'.padEnd(58)}${columns}  steepest`);
  for (const shape of shapes) {
    const growths = growthsOf(shape);
    const steep = PARTS.filter((part) => growths[part].steepest > STEEPEST);
    if (steep.length > 0) failed++;
    const times = PARTS.map((part) => {
      const { time, size } = growths[part];
      return `${time.toFixed(1)}${size < LARGEST ? '!' : ''}`.padStart(10);
    });
    const worst = Math.max(...PARTS.map((part) => growths[part].steepest)).toFixed(2);
    const mark = steep.length > 0 ? '✗' : '✓';
    console.log(`${mark} ${shape.name.padEnd(56)}${times.join('')}  ${worst} ${steep.join(' ')}`.trimEnd());
  }
  console.log(`${shapes.length} shapes, ${failed} grow too fast`);
  return failed;
}

const args = process.argv.slice(2);
const wanted = (shape: Shape) => shape.name.includes(args[0] ?? '');
process.exitCode =
  exitCodeOfMeasuringProcess(__filename, args) ?? Math.min(1, measure([...LINE_SHAPES, ...FILE_SHAPES].filter(wanted)));

import { existsSync } from 'node:fs';
import { JSON_SERVER, OURS, PEER } from './candidates.js';
import { measureShape, ours, peer, type ShapeFigures } from './measure-shapes.js';
import { SHAPES, type Shape } from './shapes.js';
import { print, show } from './tables.js';

/** Fewer keys where one costs seconds. */
const keysFor = (size: number) => (size >= 1_000_000 ? { keys: 4, warmUp: 2 } : { keys: 24, warmUp: 12 });

/** npm run bench -- --shapes [WORD]: what a key costs in documents of every shape, those whose name holds the word. */
export async function benchShapes(word: string): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const shape of SHAPES.filter(({ name }) => name.includes(word))) rows.push(...(await rowsOf(shape)));
  print(
    [
      'CPU ms',
      'size',
      'findings',
      'start',
      'open',
      'JSON',
      'key',
      'JSON',
      'wall',
      'bytes',
      'JSON',
      'unchanged',
      'growth',
      'MiB',
    ],
    rows,
  );
}

async function rowsOf(shape: Shape): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  let first: ShapeFigures | undefined;
  for (const size of shape.sizes) {
    const contestants = [ours(OURS, shape, size), ...(existsSync(PEER) ? [peer(JSON_SERVER, shape, size)] : [])];
    const [own, json] = await measureShape(contestants, size, keysFor(size));
    if (!own) continue;
    rows.push([
      rows.length === 0 ? shape.name : '',
      `${size}`,
      `${own.findings}`,
      show(own.start),
      show(own.open),
      show(json?.open),
      show(own.key),
      show(json?.key),
      show(own.keyWall),
      `${Math.round(own.keyBytes)}`,
      json ? `${Math.round(json.keyBytes)}` : '-',
      `${Math.round(own.unchanged * 100)}%`,
      first ? growth(first, own).toFixed(2) : '',
      show(own.memoryMiB),
    ]);
    first ??= own;
  }
  return rows;
}

/** The exponent: 1 where the cost of a key grows as the document does, 0 where it does not. */
const growth = (small: ShapeFigures, large: ShapeFigures): number =>
  Math.log(large.key / small.key) / Math.log(large.size / small.size);

import { posix } from 'node:path';
import * as fc from 'fast-check';
import type { ConfigurationTree } from '../clients/configuration-tree.js';

/** A configuration whose root was split into files that it includes, and where each of its lines went. */
export interface SplitConfiguration {
  readonly tree: ConfigurationTree;
  /** The line (from 0) of the whole for a line of a file; undefined: an include line. @throws RangeError for no line. */
  readonly wholeLine: (path: string, line: number) => number | undefined;
}

/** With its line end, where it has one. `whole`: its number in the whole, from 0; undefined: an include line. */
interface Line {
  readonly text: string;
  readonly whole: number | undefined;
}
type Piece = readonly Line[];

/** The lines of the root, and of further files by name. */
interface Layout {
  readonly root: Piece;
  readonly files: readonly (readonly [name: string, Piece])[];
}

/** What the pieces become, from the first directive on; a root's own first lines stand above. */
const LAYOUTS = {
  'one pattern': (pieces) => ({ root: [include('a/*.conf')], files: inFolder('a', pieces) }),
  'two patterns': (pieces) => ({
    root: [include('a/*.conf'), include('b/*.conf')],
    files: [...inFolder('a', pieces.slice(0, 2)), ...inFolder('b', pieces.slice(2))],
  }),
  'a pattern in a pattern': ([first = [], ...rest]) => ({
    root: [include('a/*.conf')],
    files: [...inFolder('a', [first, [include('b/*.conf')], rest.at(-1) ?? []]), ...inFolder('b', rest.slice(0, -1))],
  }),
  'around a pattern': (pieces) => ({
    root: [include('a/*.conf'), ...(pieces.at(-1) ?? [])],
    files: inFolder('a', pieces.slice(0, -1)),
  }),
  'one line a file': (pieces) => {
    const files = inFolder('a', pieces);
    return { root: files.map(([name]) => include(name)), files };
  },
} as const satisfies Readonly<Record<string, (pieces: readonly Piece[]) => Layout>>;

/** How the root leads to the pieces. */
export type Shape = keyof typeof LAYOUTS;
export const SHAPES = Object.keys(LAYOUTS) as readonly Shape[];

/** Beside the root; no fixture has such a folder. */
const FOLDER = 'split';

const include = (name: string): Line => ({ text: `include ${FOLDER}/${name}\n`, whole: undefined });

const inFolder = (folder: string, pieces: readonly Piece[]): Layout['files'] =>
  pieces.map((piece, index) => [`${folder}/${index}.conf`, piece]);

/** Splits the root above some of its lines (from 0, ascending, ten at most); what stands above the first stays. */
export function splitConfiguration(tree: ConfigurationTree, cuts: readonly number[], shape: Shape): SplitConfiguration {
  const lines = linesOf(tree.files.get(tree.root) ?? '').map((text, whole): Line => ({ text, whole }));
  const pieces = cuts.map((cut, index) => lines.slice(cut, cuts[index + 1] ?? lines.length));
  const { root, files } = LAYOUTS[shape](pieces);
  const folder = posix.join(posix.dirname(tree.root), FOLDER);
  const split = new Map<string, Piece>([
    [tree.root, [...lines.slice(0, cuts[0]), ...root]],
    ...files.map(([name, piece]) => [posix.join(folder, name), piece] as const),
  ]);
  const texts = [...split].map(([path, piece]) => [path, piece.map(({ text }) => text).join('')] as const);
  return {
    tree: { ...tree, files: new Map([...tree.files, ...texts]) },
    wholeLine: (path, line) => {
      const own = split.get(path)?.[line];
      if (!own) throw new RangeError(`${path} has no line ${line + 1}`);
      return own.whole;
    },
  };
}

/** A tree whose pieces stand in the root again, in the order in which they are read. */
export function joinedTree({ name, root, files }: ConfigurationTree): ConfigurationTree {
  const isPiece = (path: string) => path.startsWith(`${posix.join(posix.dirname(root), FOLDER)}/`);
  const expand = (text: string): string =>
    text.replace(/^include (split\/\S+)\n/gm, (_, pattern: string) => {
      const [start = '', end = ''] = posix.join(posix.dirname(root), pattern).split('*');
      const members = [...files].filter(([path]) => path.startsWith(start) && path.endsWith(end));
      return members.map(([, member]) => expand(member)).join('');
    });
  const others = [...files].filter(([path]) => !isPiece(path));
  return { name, root, files: new Map([...others, [root, expand(files.get(root) ?? '')]]) };
}

/** The first line (from 0) that is more than a comment: above it a text is split at the earliest. */
export function firstCut(text: string): number {
  return Math.max(
    0,
    linesOf(text).findIndex((line) => /^\s*[^#\s]/.test(line)),
  );
}

export function cutsOf(text: string): fc.Arbitrary<readonly number[]> {
  const first = firstCut(text);
  const places = Array.from({ length: linesOf(text).length - first }, (_, index) => first + index);
  return fc.subarray(places, { minLength: 1, maxLength: Math.min(6, places.length) });
}

const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/);

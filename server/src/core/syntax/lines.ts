import { type ConfigLine, isLong, isTelling } from './config-line.js';

/** A line with its number, from 0. */
export type NumberedLine = readonly [index: number, line: ConfigLine];

/** The lines of a configuration, counted from 0. Nobody but this file knows how they are kept. */
export interface Lines {
  readonly count: number;
  /** Undefined where there is none: before the first and behind the last. */
  readonly at: (index: number) => ConfigLine | undefined;
  /** From a line to before another; all where nothing is said. */
  readonly entries: (from?: number, to?: number) => Iterable<NumberedLine>;
  /** Those that are more than blanks and prose; see `isTelling`. */
  readonly telling: () => Iterable<NumberedLine>;
  /** Numbers of those that are longer than people write; see `isLong`. */
  readonly long: readonly number[];
  /** With other lines in the place of those from one to before another; all others are the same objects. */
  readonly replaced: (from: number, to: number, others: readonly ConfigLine[]) => Lines;
  /** With each telling line as `read` has it, which changes none that says nothing into one that does. */
  readonly read: (read: (line: ConfigLine) => ConfigLine) => Lines;
}

/** Keeps lines in an array, and the numbers of those that are asked for most. */
export function linesOf(lines: readonly ConfigLine[]): Lines {
  return new KeptLines(lines, numbersOf(lines, isTelling), numbersOf(lines, isLong));
}

/** A class for the sake of files with a million lines: methods are made once, not for each edit. */
class KeptLines implements Lines {
  readonly long: readonly number[];
  readonly #lines: readonly ConfigLine[];
  readonly #telling: readonly number[];

  constructor(lines: readonly ConfigLine[], telling: readonly number[], long: readonly number[]) {
    this.#lines = lines;
    this.#telling = telling;
    this.long = long;
  }

  get count(): number {
    return this.#lines.length;
  }

  at(index: number): ConfigLine | undefined {
    return this.#lines[index];
  }

  *entries(from = 0, to = this.count): Iterable<NumberedLine> {
    for (let index = Math.max(0, from); index < to; index++) {
      const line = this.#lines[index];
      if (line) yield [index, line];
    }
  }

  *telling(): Iterable<NumberedLine> {
    for (const index of this.#telling) {
      const line = this.#lines[index];
      if (line) yield [index, line];
    }
  }

  replaced(from: number, to: number, others: readonly ConfigLine[]): Lines {
    const numbers = (known: readonly number[], isIt: (line: ConfigLine) => boolean) => {
      const shift = others.length - (to - from);
      const before = known.filter((line) => line < from);
      const after = known.filter((line) => line >= to).map((line) => line + shift);
      return [...before, ...numbersOf(others, isIt).map((line) => from + line), ...after];
    };
    const lines = this.#lines.slice(0, from).concat(others, this.#lines.slice(to));
    return new KeptLines(lines, numbers(this.#telling, isTelling), numbers(this.long, isLong));
  }

  read(read: (line: ConfigLine) => ConfigLine): Lines {
    const lines = [...this.#lines];
    for (const [index, line] of this.telling()) lines[index] = read(line);
    return new KeptLines(lines, this.#telling, this.long);
  }
}

function numbersOf(lines: readonly ConfigLine[], isIt: (line: ConfigLine) => boolean): readonly number[] {
  const numbers: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line && isIt(line)) numbers.push(index);
  }
  return numbers;
}

/** One line of a comparison; line numbers from 0 of the text it comes from. */
export interface ComparedLine {
  /** In both, in the first alone, in the second alone. */
  readonly kind: ' ' | '-' | '+';
  readonly before: number;
  readonly after: number;
}

/** With more changes than this the whole middle counts as changed: nobody reads it line by line. */
const MOST_CHANGES = 1000;

/** Common lines at both ends first, then the shortest edit script between them (Myers 1986). */
export function compareLines(before: readonly string[], after: readonly string[]): readonly ComparedLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const mostTail = Math.min(before.length, after.length) - head;
  while (tail < mostTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [
    ...common(head, 0, 0),
    ...middle(before, after, head, before.length - tail, after.length - tail),
    ...common(tail, before.length - tail, after.length - tail),
  ];
}

function common(count: number, before: number, after: number): readonly ComparedLine[] {
  return Array.from({ length: count }, (_, at) => ({ kind: ' ', before: before + at, after: after + at }));
}

function middle(
  before: readonly string[],
  after: readonly string[],
  from: number,
  beforeEnd: number,
  afterEnd: number,
): readonly ComparedLine[] {
  const steps: ComparedLine[] = [];
  let x = beforeEnd;
  let y = afterEnd;
  const trace = searchForward(before, after, from, beforeEnd, afterEnd);
  for (let depth = (trace?.length ?? 0) - 1; trace && depth > 0; depth--) {
    const reached = trace[depth - 1] ?? new Map<number, number>();
    const diagonal = x - y;
    const isInsertion = goesDown(reached, diagonal, depth);
    const previous = isInsertion ? diagonal + 1 : diagonal - 1;
    const startX = reached.get(previous) ?? from;
    const startY = startX - previous;
    while (x > startX && y > startY) steps.push({ kind: ' ', before: --x, after: --y });
    if (isInsertion) steps.push({ kind: '+', before: x, after: --y });
    else steps.push({ kind: '-', before: --x, after: y });
  }
  if (trace) {
    while (x > from && y > from) steps.push({ kind: ' ', before: --x, after: --y });
    return steps.reverse();
  }
  const removed = range(from, beforeEnd).map((at): ComparedLine => ({ kind: '-', before: at, after: from }));
  const added = range(from, afterEnd).map((at): ComparedLine => ({ kind: '+', before: beforeEnd, after: at }));
  return [...removed, ...added];
}

/** For each number of edits, the furthest line of `before` that every diagonal reaches; undefined: too many edits. */
function searchForward(
  before: readonly string[],
  after: readonly string[],
  from: number,
  beforeEnd: number,
  afterEnd: number,
): readonly ReadonlyMap<number, number>[] | undefined {
  const trace: Map<number, number>[] = [];
  for (let depth = 0; depth <= MOST_CHANGES; depth++) {
    const last = trace[depth - 1] ?? new Map<number, number>();
    const reached = new Map<number, number>();
    trace.push(reached);
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      let x = firstStep(last, diagonal, depth, from);
      while (x < beforeEnd && x - diagonal < afterEnd && before[x] === after[x - diagonal]) x++;
      reached.set(diagonal, x);
      if (x >= beforeEnd && x - diagonal >= afterEnd) return trace;
    }
  }
  return undefined;
}

/** Where an insertion or a deletion leads on a diagonal, before the common lines that follow. */
function firstStep(reached: ReadonlyMap<number, number>, diagonal: number, depth: number, from: number): number {
  if (depth === 0) return from;
  if (goesDown(reached, diagonal, depth)) return reached.get(diagonal + 1) ?? from;
  return (reached.get(diagonal - 1) ?? from) + 1;
}

function goesDown(reached: ReadonlyMap<number, number>, diagonal: number, depth: number): boolean {
  if (diagonal === -depth) return true;
  return diagonal !== depth && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

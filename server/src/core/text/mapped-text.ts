/**
 * A text that was made from a document, and where each piece of it was written there. Offsets and lengths are UTF-16 code
 * units. What no run covers was written by nobody: quotes that a shell took away, a default.
 */
export interface MappedText {
  readonly text: string;
  /** In order, apart from each other. */
  readonly runs: readonly Run[];
}

/** A piece of a text and the piece of the document that it came from; as long as that one, it is the same text. */
export interface Run {
  readonly start: number;
  readonly length: number;
  readonly origin: number;
  readonly originLength: number;
}

/** A half-open range of a document, as offsets. */
export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
}

/** A piece of a document as it stands there. */
export function verbatim(document: string, start: number, end: number): MappedText {
  return asWhole(document.slice(start, end), { start, end });
}

/** What an escape or a fold stands for. */
export function asWhole(text: string, { start, end }: OffsetSpan): MappedText {
  if (text === '') return { text, runs: [] };
  return { text, runs: [{ start: 0, length: text.length, origin: start, originLength: end - start }] };
}

/** A text that stands nowhere in the document. */
export function unmapped(text: string): MappedText {
  return { text, runs: [] };
}

/** One behind the other, with a separator between them that nobody wrote. */
export function joined(parts: readonly MappedText[], separator = ''): MappedText {
  const runs: Run[] = [];
  let length = 0;
  for (const [index, part] of parts.entries()) {
    if (index > 0) length += separator.length;
    for (const run of part.runs) addRun(runs, { ...run, start: run.start + length });
    length += part.text.length;
  }
  return { text: parts.map(({ text }) => text).join(separator), runs };
}

/** Pieces that stand beside each other in both are one. */
function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  const isNext =
    last &&
    isSame(last) &&
    isSame(run) &&
    last.start + last.length === run.start &&
    last.origin + last.originLength === run.origin;
  if (!isNext) runs.push(run);
  else {
    const length = last.length + run.length;
    runs[runs.length - 1] = { ...last, length, originLength: length };
  }
}

const isSame = ({ length, originLength }: Run): boolean => length === originLength;

/** A piece of it; of what stands for something else as a whole, a piece still stands for the whole. */
export function partOf(mapped: MappedText, start: number, end: number = mapped.text.length): MappedText {
  const runs = mapped.runs.flatMap((run): Run[] => {
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.start + run.length);
    if (from >= to) return [];
    const place = isSame(run)
      ? { origin: run.origin + from - run.start, originLength: to - from }
      : { origin: run.origin, originLength: run.originLength };
    return [{ start: from - start, length: to - from, ...place }];
  });
  return { text: mapped.text.slice(start, end), runs };
}

/** The smallest piece of the document that holds all of a span that was written; undefined: nobody wrote any of it. */
export function originOf(mapped: MappedText, { start, end }: OffsetSpan): OffsetSpan | undefined {
  if (start === end) return originOfOffset(mapped, start);
  const { runs } = partOf(mapped, start, end);
  const [first] = runs;
  if (!first) return undefined;
  const ends = runs.map(({ origin, originLength }) => origin + originLength);
  return { start: Math.min(...runs.map(({ origin }) => origin)), end: Math.max(...ends) };
}

/** Behind what stands before it; before what stands behind it, where nothing does. */
function originOfOffset({ runs }: MappedText, offset: number): OffsetSpan | undefined {
  const before = runs.find(({ start, length }) => start < offset && offset <= start + length);
  if (before) {
    const at = isSame(before) ? before.origin + offset - before.start : before.origin + before.originLength;
    return { start: at, end: at };
  }
  const behind = runs.find(({ start }) => start === offset);
  return behind && { start: behind.origin, end: behind.origin };
}

/** The offset in the text of one in the document; undefined: nothing of the text stands there. */
export function offsetOf({ runs }: MappedText, origin: number): number | undefined {
  const run = runs.find((each) => each.origin <= origin && origin <= each.origin + each.originLength);
  if (!run) return undefined;
  return isSame(run) ? run.start + origin - run.origin : run.start + (origin > run.origin ? run.length : 0);
}

import type { DirectiveLine } from '../../syntax/config-line.js';
import type { LoadProblem } from '../load-problem.js';
import type { FileLine, Occurrence } from '../occurrence.js';
import type { LineReading } from './interpret-line.js';
import { within } from './logical-lines.js';

/** Where a directive line stands, as far as its occurrence says. */
interface Standing extends FileLine {
  /** Of the line that it begins on. */
  readonly length: number;
  /** An `include` line stands above it in the same text. */
  readonly isAfterInclude: boolean;
}

/** A line where it stands, and what the server says of it there. */
interface StandingLine extends Standing {
  readonly occurrence: Occurrence;
  readonly found: LoadProblem | undefined;
}

/** What a line was read as, and where it stood last. */
export interface HeldReading {
  readonly reading: LineReading;
  last: StandingLine | undefined;
}

/**
 * The occurrence of a line that was read; the same objects as the last time where it stands where it stood, so that they
 * need not be compared, and what was made of them can be kept.
 */
export function readWhere(directive: DirectiveLine, held: HeldReading, standing: Standing): StandingLine {
  if (!held.last || !isSame(held.last, standing)) held.last = standingLine(directive, held.reading, standing);
  return held.last;
}

function isSame(one: Standing, other: Standing): boolean {
  return (
    one.line === other.line &&
    one.source === other.source &&
    one.length === other.length &&
    one.isAfterInclude === other.isAfterInclude
  );
}

function standingLine(
  directive: DirectiveLine,
  { args, isTemplated, shown, problem }: LineReading,
  standing: Standing,
): StandingLine {
  const { source, line, length, isAfterInclude } = standing;
  const occurrence: Occurrence = {
    source,
    line,
    directive,
    args,
    isTemplated,
    ...(shown === undefined ? {} : { shown }),
    ...(isAfterInclude ? { isAfterInclude } : {}),
  };
  const found = problem && { ...problem, at: { source, line, at: within(problem.at, length) }, occurrence };
  return { ...standing, occurrence, found };
}

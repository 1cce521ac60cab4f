import type { Location, Occurrence } from '../../config/occurrence.js';
import { directiveSpan } from '../../syntax/config-line.js';

/** An argument of a line, from 0; the directive's name where it is missing. */
export function argumentAt({ source, line, directive, args }: Occurrence, index = 0): Location {
  return { source, line, at: args[index] ?? directive.name };
}

/** A part of an argument as it is written; the whole argument where escapes hide it. */
export function partOfArgument(from: Occurrence, index: number, part: string): Location {
  const whole = argumentAt(from, index);
  const offset = from.args[index]?.raw.indexOf(part) ?? -1;
  if (offset < 0) return whole;
  const start = whole.at.start + offset;
  return { ...whole, at: { start, end: start + part.length } };
}

/** The name and all arguments of a line. */
export function wholeDirective({ source, line, directive }: Occurrence): Location {
  return { source, line, at: directiveSpan(directive) };
}

/** The name of a line's directive. */
export function nameOf({ source, line, directive }: Occurrence): Location {
  return { source, line, at: directive.name };
}

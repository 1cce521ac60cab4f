import type { Location, Occurrence } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { directiveSpan } from '../../syntax/config-line.js';

/** An argument of a line, from 0; the directive's name where it is missing. */
export function argumentAt({ source: path, line, directive, args }: Occurrence, index = 0): Location {
  return { source: path, line, at: args[index] ?? directive.name };
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
export function wholeDirective({ source: path, line, directive }: Occurrence): Location {
  return { source: path, line, at: directiveSpan(directive) };
}

/** The name of a line's directive. */
export function nameOf({ source: path, line, directive }: Occurrence): Location {
  return { source: path, line, at: directive.name };
}

/**
 * Where something that is missing is reported: the first directive of the root file, or its first line.
 * A finding about a whole file must stand somewhere, and people read from the top.
 */
export function startOfFile({ root }: ResolvedConfiguration): Location {
  const line = root.file.lines.findIndex(({ kind }) => kind === 'directive');
  const first = root.file.lines[line];
  if (first?.kind !== 'directive')
    return { source: root.path, line: 0, at: { start: 0, end: root.file.lines[0]?.text.length ?? 0 } };
  return { source: root.path, line, at: { start: first.name.start, end: first.name.end } };
}

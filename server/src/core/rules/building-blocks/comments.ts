import type { Occurrence } from '../../config/occurrence.js';
import type { SourceEdit } from '../rule.js';
import { insertLinesAbove, replaceAt } from './edits.js';

/** Moves what stands on a line from a column on, meant as a comment, to a comment line of its own above it. */
export function moveCommentUp({ source, line, directive }: Occurrence, column: number): readonly SourceEdit[] {
  const { text } = directive;
  const indent = text.slice(0, directive.name.start);
  const comment = text.slice(column).trimEnd();
  const start = text.slice(0, column).trimEnd().length;
  const end = text.replace(/\r$/, '').length;
  return [insertLinesAbove({ source, line }, indent + comment), replaceAt({ source, line, at: { start, end } }, '')];
}

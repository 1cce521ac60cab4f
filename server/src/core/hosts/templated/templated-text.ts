import type { FillIn } from '../../config/fill-in.js';
import { joined, type MappedText, type OffsetSpan, partOf, unmapped } from '../../text/mapped-text.js';
import { type TemplateTag, templateTags } from './template-tags.js';

/** What a template engine makes of a text, as far as that is known. */
export interface TemplatedText {
  /** As many lines as there were: those that hold nothing but control are empty, expressions stand as they are written. */
  readonly text: MappedText;
  readonly fillIns: readonly FillIn[];
}

/** Reads a text as a template: what stands in tags is not known. */
export function templatedText(template: MappedText): TemplatedText {
  const tags = templateTags(template.text);
  if (tags.length === 0) return { text: template, fillIns: [] };
  const lines = linesOf(template.text);
  const emptied = lines.map((line) => isEmptied(template.text, line, tags));
  const parts = lines.map((line, index) => (emptied[index] ? unmapped('') : partOf(template, line.start, line.end)));
  const ends = lines.slice(1).map(({ start }) => partOf(template, start - 1, start));
  const text = joined(
    parts.flatMap((part, index) => (index === 0 ? [part] : [ends[index - 1] ?? unmapped('\n'), part])),
  );
  const fillIns = lines.flatMap((line, index) => (emptied[index] ? [] : fillInsOf(template.text, index, line, tags)));
  return { text, fillIns };
}

function linesOf(text: string): readonly OffsetSpan[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}

const touch = (tag: OffsetSpan, line: OffsetSpan): boolean => tag.start < line.end && tag.end > line.start;

/** A tag that goes over several lines is control too, whatever it is: nothing of them is a line of the result. */
function isEmptied(text: string, line: OffsetSpan, tags: readonly TemplateTag[]): boolean {
  const own = tags.filter((tag) => touch(tag, line));
  if (own.length === 0 || own.some((tag) => !tag.isControl && tag.start >= line.start && tag.end <= line.end)) {
    return false;
  }
  let at = line.start;
  for (const { start, end } of own) {
    if (text.slice(at, Math.max(at, start)).trim() !== '') return false;
    at = end;
  }
  return text.slice(at, Math.max(at, line.end)).trim() === '';
}

const NAME = /^(?:\{\{|<%)[-=]*\s*([A-Za-z_.][\w.]*)\s*-?(?:\}\}|%>)$/;

function fillInsOf(
  text: string,
  line: number,
  { start, end }: OffsetSpan,
  tags: readonly TemplateTag[],
): readonly FillIn[] {
  return tags
    .filter((tag) => touch(tag, { start, end }))
    .map((tag) => ({
      line,
      at: { start: Math.max(tag.start, start) - start, end: Math.min(tag.end, end) - start },
      name: NAME.exec(text.slice(tag.start, Math.min(tag.end, tag.start + 200)))?.[1] ?? '',
      by: 'template' as const,
      ifUnset: 'unknown' as const,
    }));
}

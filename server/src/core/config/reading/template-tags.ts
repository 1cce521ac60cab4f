import type { ConfigFile } from '../../syntax/config-file.js';
import type { Span } from '../../text/span.js';
import { openingTagOf } from './placeholders.js';

/** Lines that belong to template tags rather than to the configuration. */
export interface TemplateTags {
  /** The lines (from 0) below the one that a tag begins on, up to the one that closes it. */
  readonly inner: ReadonlySet<number>;
  /** Tags that nothing closes: no template engine takes them for tags, so they hide nothing. */
  readonly unclosed: readonly UnclosedTag[];
}

/** A tag that nothing closes: its line (from 0), where it opens, and the mark that would close it. */
export interface UnclosedTag {
  readonly line: number;
  readonly at: Span;
  readonly mark: string;
  readonly closing: string;
}

/** Each file by itself: a template engine reads one at a time. */
export function templateTags(file: ConfigFile): TemplateTags {
  const inner = new Set<number>();
  const unclosed: UnclosedTag[] = [];
  const lastLineOf = new Map<string, number>();
  let closing: string | undefined;
  for (const [line, { text }] of file.lines.telling()) {
    if (closing !== undefined) {
      inner.add(line);
      if (text.includes(closing)) closing = undefined;
      continue;
    }
    const tag = openingTagOf(text);
    if (!tag) continue;
    const lastLine = lastLineOf.get(tag.closing) ?? lastLineWith(file, tag.closing);
    lastLineOf.set(tag.closing, lastLine);
    if (lastLine > line) closing = tag.closing;
    else unclosed.push({ line, ...tag });
  }
  return { inner, unclosed };
}

/** -1 where there is none. */
function lastLineWith({ lines }: ConfigFile, closing: string): number {
  let found = -1;
  for (const [line, { text }] of lines.entries()) if (text.includes(closing)) found = line;
  return found;
}

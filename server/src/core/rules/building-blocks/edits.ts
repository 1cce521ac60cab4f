import { type ConfigSource, type FileLine, type Location, lineIn, type Occurrence } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { SourceEdit } from '../rule.js';

/** Replaces a span of one line. */
export function replaceAt({ source, line, at }: Location, text: string): SourceEdit {
  return { kind: 'replace', source, line, at: { start: at.start, end: at.end }, text };
}

/** Removes a word and the blanks before it. */
export function removeWord({ files }: ResolvedConfiguration, { source, line, at }: Location): SourceEdit {
  const text = lineIn(files, { source, line })?.text ?? '';
  let { start } = at;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start--;
  return replaceAt({ source, line, at: { start, end: at.end } }, '');
}

/** Removes whole lines: line end included. */
export function removeLine({ source, line }: FileLine): SourceEdit {
  return { kind: 'remove', source, line };
}

/** Inserts lines above a line. */
export function insertLinesAbove({ source, line }: FileLine, ...lines: readonly string[]): SourceEdit {
  return { kind: 'insert', source, before: line, lines };
}

/** Inserts lines below a line, which may be the last one and lack a line end. */
export function insertLinesBelow({ source, line }: FileLine, ...lines: readonly string[]): SourceEdit {
  return { kind: 'insert', source, before: line + 1, lines };
}

/** Inserts lines at the end of the root file, where nothing after them can override them. */
export function appendLines(config: ResolvedConfiguration, ...lines: readonly string[]): SourceEdit {
  return appendTo(config.root, ...lines);
}

/** Inserts lines at the end of a file, each on a line of its own. */
export function appendTo({ id, file }: ConfigSource, ...lines: readonly string[]): SourceEdit {
  const last = { source: id, line: file.lines.count - 1 };
  const endsInLineEnd = file.lines.at(last.line)?.text === '';
  return endsInLineEnd ? insertLinesAbove(last, ...lines) : insertLinesBelow(last, ...lines, '');
}

/** Replaces all arguments of a line, or adds them where it has none. */
export function replaceArguments({ source, line, directive }: Occurrence, text: string): SourceEdit {
  const [first] = directive.args;
  const last = directive.args.at(-1);
  return first && last
    ? replaceAt({ source, line, at: { start: first.start, end: last.end } }, text)
    : replaceAt({ source, line, at: { start: directive.name.end, end: directive.name.end } }, ` ${text}`);
}

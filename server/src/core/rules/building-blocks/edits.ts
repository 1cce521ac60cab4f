import type { FileLine, Location, Occurrence, SourceFile } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { rangeOnLine } from '../../text/span.js';
import type { FileEdit } from '../rule.js';

/** Replaces a span of one line. */
export function replaceAt({ source: path, line, at }: Location, newText: string): FileEdit {
  return { source: path, range: rangeOnLine(line, at), newText };
}

/** Removes a word and the blanks before it. */
export function removeWord({ files }: ResolvedConfiguration, { source: path, line, at }: Location): FileEdit {
  const text = files.find((source) => source.path === path)?.file.lines[line]?.text ?? '';
  let { start } = at;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start--;
  return replaceAt({ source: path, line, at: { start, end: at.end } }, '');
}

/** Removes whole lines: line end included. */
export function removeLine({ source: path, line }: FileLine): FileEdit {
  return { source: path, range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' };
}

/** Inserts lines above a line. */
export function insertLinesAbove({ source: path, line }: FileLine, ...lines: readonly string[]): FileEdit {
  const at = { line, character: 0 };
  return { source: path, range: { start: at, end: at }, newText: lines.map((text) => `${text}\n`).join('') };
}

/** Inserts lines below a line, which may be the last one and lack a line end. */
export function insertLinesBelow(
  config: ResolvedConfiguration,
  { source: path, line }: FileLine,
  ...lines: readonly string[]
): FileEdit {
  const file = config.files.find((source) => source.path === path)?.file;
  const character = file?.lines[line]?.text.replace(/\r$/, '').length ?? 0;
  const at = { line, character };
  return { source: path, range: { start: at, end: at }, newText: lines.map((text) => `\n${text}`).join('') };
}

/** Inserts lines at the end of the root file, where nothing after them can override them. */
export function appendLines(config: ResolvedConfiguration, ...lines: readonly string[]): FileEdit {
  return appendTo(config.root, ...lines);
}

/** Inserts lines at the end of a file, each on a line of its own. */
export function appendTo({ path, file }: SourceFile, ...lines: readonly string[]): FileEdit {
  const line = file.lines.length - 1;
  const last = file.lines[line]?.text ?? '';
  const at = { line, character: last.length };
  const text = lines.join('\n');
  return { source: path, range: { start: at, end: at }, newText: last === '' ? `${text}\n` : `\n${text}\n` };
}

/** Replaces all arguments of a line, or adds them where it has none. */
export function replaceArguments({ source: path, line, directive }: Occurrence, newText: string): FileEdit {
  const [first] = directive.args;
  const last = directive.args.at(-1);
  return first && last
    ? replaceAt({ source: path, line, at: { start: first.start, end: last.end } }, newText)
    : replaceAt({ source: path, line, at: { start: directive.name.end, end: directive.name.end } }, ` ${newText}`);
}

import { joinedSpans } from '../core/config/showing/hidden-spans.js';
import { hiddenWords, placesOf } from '../core/config/showing/hidden-words.js';
import { textOf } from '../core/syntax/config-file.js';
import { printable } from '../core/text/printable.js';
import { MASK, maskSpans } from './code-frame.js';
import { type Shown, unifiedDiff } from './diff.js';
import type { FileChange, FixOutcome } from './fix-files.js';
import type { Paint, Style } from './terminal.js';

const STYLES: Readonly<Record<string, Style>> = { '-': 'red', '+': 'green', '@': 'cyan', '#': 'dim' };
const NO_PATCH = '# masked, not a patch: add --show-secrets';

/**
 * How lines are shown: `masked` for reading; `whole` for reading, with secrets; `exact` for `patch`, so that what
 * terminals act upon stands in it too.
 */
export type Showing = 'masked' | 'whole' | 'exact';

/** What --fix would change, as a unified diff. Where anything is masked, the first line says so. */
export function showChanges({ changes }: Pick<FixOutcome, 'changes'>, paint: Paint, showing: Showing): string {
  const lines = changes.flatMap((change) => diffOf(change, showerFor(change, showing)));
  const isMasked = showing === 'masked' && lines.some((line) => line.includes(MASK));
  return [...(isMasked ? [NO_PATCH] : []), ...lines]
    .map((line) => {
      const style = /^(---|\+\+\+) /.test(line) ? 'bold' : STYLES[line.charAt(0)];
      return `${style ? paint(style, line) : line}\n`;
    })
    .join('');
}

function diffOf({ before, text }: FileChange, shown: Shown): readonly string[] {
  return unifiedDiff(printable(before.path), textOf(before.source.file).split('\n'), text.split('\n'), shown);
}

function showerFor(change: FileChange, showing: Showing): Shown {
  if (showing === 'exact') return (line) => line;
  return showing === 'whole' ? (line) => harmless(line) : maskerFor(change);
}

/** The line end of a line from Windows stays: without it the lines would not match. */
function harmless(line: string): string {
  return printable(line.replace(/\r$/, '')) + (line.endsWith('\r') ? '\r' : '');
}

function maskerFor({ before, after, text }: FileChange): Shown {
  const { file } = before.source;
  const lines = text.split('\n');
  const hiddenAfter =
    after?.hiddenAt ?? ((index: number) => before.shown.hiddenIn(lines[index] ?? '', lines[index - 1]));
  // What is hidden before a fix is hidden after it, also where the fix turns the line into one that hides nothing.
  const kept = new Set(lines);
  const moved = [...file.lines.entries()].flatMap(([index, line]) =>
    kept.has(line.text) ? [] : hiddenWords(line.text, before.shown.hiddenAt(index)),
  );
  return (line, { isNew, index }) => {
    const own = isNew ? hiddenAfter(index) : before.shown.hiddenAt(index);
    const hidden = [...own, ...moved.flatMap((word) => placesOf(word, line))];
    return harmless(maskSpans(line, joinedSpans(line, hidden)));
  };
}

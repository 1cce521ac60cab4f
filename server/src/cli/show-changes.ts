import { hiddenInText, joinedSpans, type LineContext } from '../core/config/showing/hidden-spans.js';
import { hiddenWords, placesOf } from '../core/config/showing/hidden-words.js';
import { textOf } from '../core/syntax/config-file.js';
import { printable } from '../core/text/printable.js';
import { MASK, maskSpans } from './code-frame.js';
import { type Shown, unifiedDiff } from './diff.js';
import type { FileChange, FixOutcome } from './fix-files.js';
import { lineContexts } from './line-contexts.js';
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
  const contexts = lineContexts(changes.map(({ before }) => before));
  const lines = changes.flatMap((change) => diffOf(change, showerFor(change, contexts, showing)));
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

function showerFor(change: FileChange, contexts: ReadonlyMap<string, LineContext>, showing: Showing): Shown {
  const context = contexts.get(change.path);
  if (showing === 'exact') return (line) => line;
  return showing === 'whole' || !context ? (line) => harmless(line) : maskerFor(change, context);
}

/** The line end of a line from Windows stays: without it the lines would not match. */
function harmless(line: string): string {
  return printable(line.replace(/\r$/, '')) + (line.endsWith('\r') ? '\r' : '');
}

function maskerFor({ before, text }: FileChange, context: LineContext): Shown {
  const { file } = before.source;
  const hiddenIn = (line: string, previous: string | undefined) => hiddenInText(line, previous, file, context);
  // What is hidden before a fix is hidden after it, also where the fix turns the line into one that hides nothing.
  const kept = new Set(text.split('\n'));
  const moved = [...file.lines.entries()].flatMap(([index, line]) =>
    kept.has(line.text) ? [] : hiddenWords(line.text, hiddenIn(line.text, file.lines.at(index - 1)?.text)),
  );
  return (line, previous) => {
    const hidden = [...hiddenIn(line, previous), ...moved.flatMap((word) => placesOf(word, line))];
    return harmless(maskSpans(line, joinedSpans(line, hidden)));
  };
}

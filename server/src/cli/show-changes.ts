import { hiddenSpans, joinedSpans } from '../core/config/showing/hidden-spans.js';
import { hiddenWords, placesOf } from '../core/config/showing/hidden-words.js';
import type { Service } from '../core/service.js';
import { textOf } from '../core/syntax/config-file.js';
import type { ConfigLine } from '../core/syntax/config-line.js';
import { printable } from '../core/text/printable.js';
import type { Span } from '../core/text/span.js';
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
export function showChanges(
  service: Service,
  { changes }: Pick<FixOutcome, 'changes'>,
  paint: Paint,
  showing: Showing,
): string {
  const lines = changes.flatMap((change) => diffOf(service, change, showing));
  const isMasked = showing === 'masked' && lines.some((line) => line.includes(MASK));
  return [...(isMasked ? [NO_PATCH] : []), ...lines]
    .map((line) => {
      const style = /^(---|\+\+\+) /.test(line) ? 'bold' : STYLES[line.charAt(0)];
      return `${style ? paint(style, line) : line}\n`;
    })
    .join('');
}

function diffOf(service: Service, change: FileChange, showing: Showing): readonly string[] {
  const { before, text } = change;
  const shown: Record<Showing, Shown> = {
    masked: maskerFor(service, change),
    whole: (line) => harmless(line),
    exact: (line) => line,
  };
  return unifiedDiff(printable(before.path), textOf(before.source.file).split('\n'), text.split('\n'), shown[showing]);
}

/** The line end of a line from Windows stays: without it the lines would not match. */
function harmless(line: string): string {
  return printable(line.replace(/\r$/, '')) + (line.endsWith('\r') ? '\r' : '');
}

function maskerFor(service: Service, { before, text }: FileChange): Shown {
  const { file } = before.source;
  const context = lineContexts([before]).get(before.source.path);
  const parse = (line: string): ConfigLine | undefined => service.parse(line, file.encoding).lines[0];
  const hiddenIn = (line: string, previous: string | undefined): readonly Span[] => {
    const node = parse(line);
    return node && context
      ? hiddenSpans(node, { ...context, before: previous === undefined ? undefined : parse(previous) })
      : [];
  };
  // What is hidden before a fix is hidden after it, also where the fix turns the line into one that hides nothing.
  const kept = new Set(text.split('\n'));
  const moved = file.lines.flatMap((line, index) =>
    kept.has(line.text) ? [] : hiddenWords(line.text, hiddenIn(line.text, file.lines[index - 1]?.text)),
  );
  return (line, previous) => {
    const hidden = [...hiddenIn(line, previous), ...moved.flatMap((word) => placesOf(word, line))];
    return harmless(maskSpans(line, joinedSpans(line, hidden)));
  };
}

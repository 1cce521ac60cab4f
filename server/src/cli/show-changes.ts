import type { Service } from '../core/service.js';
import { textOf } from '../core/syntax/config-file.js';
import { maskLine } from './code-frame.js';
import { unifiedDiff } from './diff.js';
import type { FileChange, FixOutcome } from './fix-files.js';
import { type Paint, printable, type Style } from './terminal.js';

const STYLES: Readonly<Record<string, Style>> = { '-': 'red', '+': 'green', '@': 'cyan' };

/** What --fix would change, as a unified diff; secrets masked unless they may be shown. */
export function showChanges(service: Service, { changes }: FixOutcome, paint: Paint, showsSecrets: boolean): string {
  const lines = changes.flatMap((change) => diffOf(service, change, showsSecrets));
  return lines
    .map((line) => {
      const style = /^(---|\+\+\+) /.test(line) ? 'bold' : STYLES[line.charAt(0)];
      return `${style ? paint(style, line) : line}\n`;
    })
    .join('');
}

function diffOf(service: Service, { before, text }: FileChange, showsSecrets: boolean): readonly string[] {
  const { file } = before.source;
  const shown = (line: string): string => {
    const parsed = service.parse(line, file.encoding).lines[0];
    return showsSecrets || parsed === undefined ? line : printable(maskLine(parsed, before.dialect).replace(/\r$/, ''));
  };
  return unifiedDiff(before.path, textOf(file).split('\n'), text.split('\n'), shown);
}

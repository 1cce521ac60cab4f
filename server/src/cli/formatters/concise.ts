import { printable } from '../../core/text/printable.js';
import { type Report, rangeIn } from '../report.js';

/** A finding a line, as compilers write them: editors and scripts take the place from it. */
export function formatConcise({ files, failures }: Report): string {
  const findings = files.flatMap((file) =>
    file.findings.map(({ rule, severity, message, at }) => {
      const { start } = rangeIn(file, at);
      return `${printable(file.path)}:${start.line + 1}:${start.character + 1}: ${severity}: ${printable(message)} [${rule}]`;
    }),
  );
  const unread = failures.map(({ path, reason, isUnwritten }) => {
    const outcome = isUnwritten ? 'not written' : 'not analysed';
    return `${printable(path)}: ${outcome}: ${printable(reason)}`;
  });
  return [...findings, ...unread].map((line) => `${line}\n`).join('');
}

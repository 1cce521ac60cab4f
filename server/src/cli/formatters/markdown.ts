import { SEVERITIES } from '../../core/lint/cap.js';
import { helpUrlOf } from '../../core/lint/help-url.js';
import { codeSpan } from '../../core/text/markdown.js';
import { printable } from '../../core/text/printable.js';
import { countOf, type FileReport, type Report, rangeIn } from '../report.js';
import { count } from '../terminal.js';

/** For pull request comments and job summaries: a table a file. */
export function formatMarkdown(report: Report): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const amount = countOf(report, severity);
    return amount > 0 ? [count(amount, severity, severity === 'information' ? severity : `${severity}s`)] : [];
  });
  const summary = `${counts.length > 0 ? counts.join(', ') : 'Nothing found'} in ${count(report.files.length, 'file')}.`;
  const unread = report.failures.map(
    ({ path, reason, isUnwritten }) =>
      `- ${codeSpan(path)} was not ${isUnwritten ? 'written' : 'read'}: ${escapeCell(reason)}`,
  );
  return `${['# Redis configuration', summary, ...report.files.flatMap(sectionOf), ...unread].join('\n\n')}\n`;
}

function sectionOf({ path, source, findings }: FileReport): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ rule, severity, message, at }) => {
    const { start } = rangeIn({ source }, at);
    return `| ${start.line + 1}:${start.character + 1} | ${severity} | [${rule}](${helpUrlOf(rule)}) | ${escapeCell(message)} |`;
  });
  return [
    `## ${codeSpan(path)}`,
    ['| place | severity | rule | finding |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ];
}

/** The words of the user stand in double quotes in messages: as code nothing in them is formatted, fetched or notified. */
function escapeCell(text: string): string {
  return text
    .split(/("[^"]*")/)
    .map((part, index) => (index % 2 === 1 ? codeInCell(part.slice(1, -1)) : escapeText(part)))
    .join('');
}

function codeInCell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|');
}

/** A mention would call people who have nothing to do with it. */
function escapeText(text: string): string {
  return printable(text)
    .replace(/[\\|<>*_`~[\]#&]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replaceAll('@', '`@`');
}

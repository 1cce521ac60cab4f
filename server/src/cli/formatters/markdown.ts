import { helpUrlOf } from '../../core/lint/help-url.js';
import { hostRange } from '../../core/syntax/config-file.js';
import { countOf, type FileReport, type Report, SEVERITIES } from '../report.js';
import { count, printable } from '../terminal.js';

/** For pull request comments and job summaries: a table a file. */
export function formatMarkdown(report: Report): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const amount = countOf(report, severity);
    return amount > 0 ? [count(amount, severity, severity === 'information' ? severity : `${severity}s`)] : [];
  });
  const summary = `${counts.length > 0 ? counts.join(', ') : 'Nothing found'} in ${count(report.files.length, 'file')}.`;
  const unread = report.failures.map(
    ({ path, reason, isUnwritten }) =>
      `- ${code(path)} was not ${isUnwritten ? 'written' : 'read'}: ${escapeCell(reason)}`,
  );
  return `${['# Redis configuration', summary, ...report.files.flatMap(sectionOf), ...unread].join('\n\n')}\n`;
}

function sectionOf({ path, source, findings }: FileReport): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ rule, severity, message, at }) => {
    const { start } = hostRange(source.file, at.line, at.at);
    return `| ${start.line + 1}:${start.character + 1} | ${severity} | [${rule}](${helpUrlOf(rule)}) | ${escapeCell(message)} |`;
  });
  return [
    `## ${code(path)}`,
    ['| place | severity | rule | finding |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ];
}

/** As code, with a fence longer than any run of backticks in it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

function escapeCell(text: string): string {
  return printable(text).replace(/[\\|<>*_`[\]#&]/g, '\\$&');
}

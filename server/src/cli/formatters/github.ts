import type { Severity } from '../../core/rules/rule.js';
import { printable } from '../../core/text/printable.js';
import { type Report, rangeIn } from '../report.js';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands: GitHub shows them at the lines of a pull request. */
export function formatGithub({ files, failures }: Report): string {
  const findings = files.flatMap(({ path, source, findings }) =>
    findings.map(({ rule, severity, message, at }) => {
      const { start, end } = rangeIn({ source }, at);
      const place = { file: path, line: start.line + 1, col: start.character + 1, endColumn: end.character + 1 };
      return command(COMMANDS[severity], { ...place, title: rule }, message);
    }),
  );
  const unread = failures.map(({ path, reason, isUnwritten }) => {
    const outcome = isUnwritten ? 'not written' : 'not read';
    return command('error', { file: path, title: outcome }, `This file was ${outcome}: ${reason}.`);
  });
  return [...findings, ...unread].map((line) => `${line}\n`).join('');
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${pairs.join(',')}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

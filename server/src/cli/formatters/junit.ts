import type { Finding } from '../../core/lint/finding.js';
import { printable } from '../../core/text/printable.js';
import { type FileReport, findingsOf, type Report, rangeIn } from '../report.js';
import { TOOL } from '../tool.js';

/** A suite a file, a failed case a finding; a file without findings is one case that passed. */
export function formatJunit(report: Report): string {
  const failures = findingsOf(report).length;
  const errors = report.failures.length;
  const clean = report.files.filter(({ findings }) => findings.length === 0).length;
  const counts = `tests="${failures + errors + clean}" failures="${failures}" errors="${errors}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${TOOL.name}" ${counts}>`,
    ...report.files.flatMap(suiteOf),
    ...report.failures.flatMap(({ path, reason, isUnwritten }) => [
      `  <testsuite name="${escapeXml(path)}" tests="1" failures="0" errors="1">`,
      `    <testcase classname="${escapeXml(path)}" name="${isUnwritten ? 'write' : 'read'}"><error message="${escapeXml(reason)}"/></testcase>`,
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(file: FileReport): readonly string[] {
  const { path, findings } = file;
  const name = escapeXml(path);
  const cases = findings.map((finding) => caseOf(file, finding));
  const passed = [`    <testcase classname="${name}" name="all rules"/>`];
  return [
    `  <testsuite name="${name}" tests="${Math.max(1, cases.length)}" failures="${cases.length}" errors="0">`,
    ...(cases.length > 0 ? cases : passed),
    '  </testsuite>',
  ];
}

function caseOf({ path, source }: FileReport, { rule, severity, message, at }: Finding): string {
  const { start } = rangeIn({ source }, at);
  const place = `${path}:${start.line + 1}:${start.character + 1}`;
  return (
    `    <testcase classname="${escapeXml(path)}" name="${rule} (${start.line + 1}:${start.character + 1})">` +
    `<failure type="${severity}" message="${escapeXml(message)}">${escapeXml(`${place}: ${message}`)}</failure></testcase>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 forbids even as references are replaced, and lone surrogates. */
function escapeXml(text: string): string {
  return printable(text)
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

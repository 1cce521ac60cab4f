import type { Finding } from '../../core/lint/finding.js';
import { failsRun } from '../gate.js';
import { type FileReport, type FormatContext, findingsOf, type Gate, type Report, rangeIn } from '../report.js';
import { TOOL } from '../tool.js';
import { escapeXml } from './escape-xml.js';

/** A suite a file, a case a finding: failed where it fails the run. A file without findings is one case that passed. */
export function formatJunit(report: Report, { gate }: FormatContext): string {
  const findings = findingsOf(report);
  const failures = findings.filter((finding) => failsRun(finding, gate)).length;
  const errors = report.failures.length;
  const clean = report.files.filter(({ findings }) => findings.length === 0).length;
  const counts = `tests="${findings.length + errors + clean}" failures="${failures}" errors="${errors}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${TOOL.name}" ${counts}>`,
    ...report.files.flatMap((file) => suiteOf(file, gate)),
    ...report.failures.flatMap(({ path, reason, isUnwritten }) => [
      `  <testsuite name="${escapeXml(path)}" tests="1" failures="0" errors="1">`,
      `    <testcase classname="${escapeXml(path)}" name="${isUnwritten ? 'write' : 'read'}"><error message="${escapeXml(reason)}"/></testcase>`,
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(file: FileReport, gate: Gate): readonly string[] {
  const { path, findings } = file;
  const name = escapeXml(path);
  const cases = findings.map((finding) => caseOf(file, finding, gate));
  const failures = findings.filter((finding) => failsRun(finding, gate)).length;
  const passed = [`    <testcase classname="${name}" name="all rules"/>`];
  return [
    `  <testsuite name="${name}" tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0">`,
    ...(cases.length > 0 ? cases : passed),
    '  </testsuite>',
  ];
}

function caseOf(file: FileReport, finding: Finding, gate: Gate): string {
  const { rule, severity, message, at } = finding;
  const { start } = rangeIn(file, at);
  const place = `${start.line + 1}:${start.character + 1}`;
  const text = escapeXml(`${file.path}:${place}: ${message}`);
  const outcome = failsRun(finding, gate)
    ? `<failure type="${severity}" message="${escapeXml(message)}">${text}</failure>`
    : `<system-out>${severity}: ${text}</system-out>`;
  return `    <testcase classname="${escapeXml(file.path)}" name="${rule} (${place})">${outcome}</testcase>`;
}

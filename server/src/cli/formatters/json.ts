import type { Finding } from '../../core/lint/finding.js';
import { helpUrlOf } from '../../core/lint/help-url.js';
import { hostRange } from '../../core/syntax/config-file.js';
import type { Position } from '../../core/text/span.js';
import { type FileReport, type Report, targetName } from '../report.js';
import { TOOL } from '../tool.js';

/** For programs: schemas/findings.schema.json describes it. Lines and columns (UTF-16 code units) from 1. */
export function formatJson({ files }: Report): string {
  const document = {
    version: 2,
    tool: { name: TOOL.name, version: TOOL.version },
    files: files.map(fileAsJson),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function fileAsJson(file: FileReport) {
  return {
    path: file.path,
    dialect: file.dialect,
    target: targetName(file.target),
    startable: file.starts === 'unknown' ? null : file.starts === 'yes',
    findings: file.findings.map((finding) => findingAsJson(file, finding)),
  };
}

function findingAsJson({ source }: FileReport, { rule, severity, isFatal, message, at, fixes }: Finding) {
  const { start, end } = hostRange(source.file, at.line, at.at);
  return {
    rule,
    severity,
    fatal: isFatal,
    message,
    range: { start: fromOne(start), end: fromOne(end) },
    fixes: fixes.map(({ title, effect }) => ({ title, effect })),
    help: helpUrlOf(rule),
  };
}

function fromOne({ line, character }: Position) {
  return { line: line + 1, column: character + 1 };
}

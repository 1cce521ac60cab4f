import type { Severity } from '../../core/rules/rule.js';
import { type FileReport, type Report, rangeIn } from '../report.js';
import { TOOL } from '../tool.js';
import { escapeXml } from './escape-xml.js';

const SEVERITY: Readonly<Record<Severity, 'error' | 'warning' | 'info'>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

/** The report of Checkstyle, which Jenkins and many others read. */
export function formatCheckstyle({ files, failures }: Report): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...files.flatMap(fileElement),
    ...failures.map(({ path, reason }) => {
      const error = `<error line="1" severity="error" message="${escapeXml(reason)}" source="${TOOL.name}"/>`;
      return `  <file name="${escapeXml(path)}">${error}</file>`;
    }),
    '</checkstyle>',
    '',
  ].join('\n');
}

function fileElement(file: FileReport): readonly string[] {
  const errors = file.findings.map(({ rule, severity, message, at }) => {
    const { start } = rangeIn(file, at);
    const place = `line="${start.line + 1}" column="${start.character + 1}"`;
    const source = `source="${TOOL.name}.${rule}"`;
    return `    <error ${place} severity="${SEVERITY[severity]}" message="${escapeXml(message)}" ${source}/>`;
  });
  return [`  <file name="${escapeXml(file.path)}">`, ...errors, '  </file>'];
}

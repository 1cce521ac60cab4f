import type { Log, ReportingDescriptor, Result, Location as SarifLocation } from 'sarif';
import { sha256 } from '../../core/acl/sha256.js';
import type { Location } from '../../core/config/occurrence.js';
import { TOO_MANY_FINDINGS } from '../../core/lint/cap.js';
import type { Finding } from '../../core/lint/finding.js';
import { helpUrlOf } from '../../core/lint/help-url.js';
import type { Rule, Severity } from '../../core/rules/rule.js';
import { bytesOf } from '../../core/syntax/bytes.js';
import { withEscapes, withoutLinks } from '../../core/text/printable.js';
import { type FileReport, type FormatContext, type Report, rangeIn } from '../report.js';
import { TOOL } from '../tool.js';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
/** How GitHub ranks security findings: above 7 is high. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  error: '8.0',
  warning: '5.5',
  information: '3.0',
  hint: '1.0',
};
const NOT_SECURITY: readonly string[] = ['syntax', 'structure', 'versions'];

/** SARIF 2.1.0, as code scanning services take it. */
export function formatSarif(report: Report, context: FormatContext): string {
  const uriOf = (path: string): string => uri(context.showPath(path));
  const rules = [...context.rules, TOO_MANY_FINDINGS];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: TOOL.name,
            semanticVersion: TOOL.version,
            informationUri: TOOL.page,
            rules: rules.map(descriptorOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.failures.length === 0,
            toolExecutionNotifications: report.failures.map(({ path, reason, isUnwritten }) => ({
              level: 'error',
              message: { text: withoutLinks(`${isUnwritten ? 'Not written' : 'Not read'}: ${reason}.`) },
              locations: [{ physicalLocation: { artifactLocation: { uri: uri(path) } } }],
            })),
          },
        ],
        results: report.files.flatMap((file) => resultsOf(file, rules, uriOf)),
      },
    ],
  };
  return withEscapes(`${JSON.stringify(log, null, 2)}\n`);
}

function descriptorOf({ id, summary, category, severity, references }: Rule): ReportingDescriptor {
  const isSecurity = !NOT_SECURITY.includes(category);
  return {
    id,
    name: id,
    shortDescription: { text: `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.` },
    helpUri: helpUrlOf(id),
    help: { text: `${summary}. See ${helpUrlOf(id)}`, markdown: `${summary}. [More](${helpUrlOf(id)})` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [...(isSecurity ? ['security'] : []), category, ...references.filter((name) => name.startsWith('CWE-'))],
      precision: 'high',
      'problem.severity': severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'recommendation',
      ...(isSecurity ? { 'security-severity': SECURITY_SEVERITY[severity] } : {}),
    },
  };
}

function resultsOf(file: FileReport, rules: readonly Rule[], uriOf: (path: string) => string): readonly Result[] {
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const key = fingerprintOf(file, finding);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return {
      ruleId: finding.rule,
      ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
      level: LEVELS[finding.severity],
      message: { text: withoutLinks(finding.message) },
      locations: [locationOf(file, finding.at, uri(file.path))],
      ...relatedOf(finding, uriOf),
      partialFingerprints: { 'redisConfLint/v1': `${key}:${nth}` },
    };
  });
}

/** Stays the same when lines move: of rule, file and message (which quotes the words, never a secret). */
function fingerprintOf({ path }: FileReport, { rule, message }: Finding): string {
  return sha256(bytesOf(JSON.stringify([rule, path, message]))).slice(0, 32);
}

function locationOf(file: FileReport, at: Location, fileUri: string): SarifLocation {
  const { start, end } = rangeIn(file, at);
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

function relatedOf({ related }: Finding, uriOf: (path: string) => string): Pick<Result, 'relatedLocations'> {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ at, message }, id) => ({
      id,
      message: { text: withoutLinks(message) },
      physicalLocation: {
        artifactLocation: { uri: uriOf(at.source) },
        region: { startLine: at.line + 1, startColumn: at.at.start + 1, endColumn: at.at.end + 1 },
      },
    })),
  };
}

/** Relative where the path is; services take it from the repository's root. */
function uri(path: string): string {
  const wellFormed = path.replaceAll('\\', '/').replace(/\p{Surrogate}/gu, '\ufffd');
  const encoded = wellFormed.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

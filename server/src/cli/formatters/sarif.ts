import type { Log, Notification, ReportingDescriptor, Result, Location as SarifLocation } from 'sarif';
import type { Location } from '../../core/config/occurrence.js';
import { describeUnread } from '../../core/config/unread.js';
import { SEVERITIES, TOO_MANY_FINDINGS } from '../../core/lint/cap.js';
import type { Finding } from '../../core/lint/finding.js';
import { helpUrlOf } from '../../core/lint/help-url.js';
import type { Rule, Severity } from '../../core/rules/rule.js';
import { withEscapes, withoutLinks } from '../../core/text/printable.js';
import { pageOf } from '../describe-rules.js';
import { describeNotAnalysed } from '../document-files.js';
import { fingerprintsOf } from '../fingerprints.js';
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
  const rules = occurringIn(report, [...context.rules, TOO_MANY_FINDINGS]);
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
            toolExecutionNotifications: [
              ...report.failures.map(({ path, reason, isUnwritten }) =>
                notification('error', `${isUnwritten ? 'Not written' : 'Not read'}: ${reason}.`, uri(path)),
              ),
              ...report.files.flatMap(notificationsOf),
            ],
          },
        ],
        results: report.files.flatMap((file) => resultsOf(file, rules, uriOf)),
      },
    ],
  };
  return withEscapes(`${JSON.stringify(log, null, 2)}\n`);
}

/** A rule with a severity that it is reported with here: services rank rules, not results. */
interface Occurring {
  readonly id: string;
  readonly rule: Rule;
  readonly severity: Severity;
}

/** Those that are reported, in the order of the rules, the most severe first. */
function occurringIn({ files }: Report, rules: readonly Rule[]): readonly Occurring[] {
  const reported = new Set(
    files.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`)),
  );
  return rules.flatMap((rule) =>
    SEVERITIES.filter((severity) => reported.has(`${rule.id} ${severity}`)).map((severity) => ({
      id: descriptorId(rule.id, severity, rule.severity),
      rule,
      severity,
    })),
  );
}

/** The rule's own id with the severity that it is known for; a part of it with any other. */
const descriptorId = (rule: string, severity: Severity, usual: Severity | undefined): string =>
  severity === usual ? rule : `${rule}/${severity}`;

/** What of a document that starts servers was not looked at: it is no finding. */
function notificationsOf({ path, document, unread }: FileReport): readonly Notification[] {
  if (!document) return [];
  const parts = document.notAnalysed.map((part) =>
    notification('note', `Not analysed: ${describeNotAnalysed(part)}.`, uri(path), part.at.line + 1),
  );
  const files = unread.map((file) =>
    notification('note', `Not read: ${describeUnread(file)}.`, uri(path), file.at.line + 1),
  );
  return [...parts, ...files];
}

function notification(level: 'error' | 'note', text: string, fileUri: string, startLine?: number): Notification {
  const region = startLine === undefined ? {} : { region: { startLine } };
  return {
    level,
    message: { text: withoutLinks(text) },
    locations: [{ physicalLocation: { artifactLocation: { uri: fileUri }, ...region } }],
  };
}

function descriptorOf({ id, rule, severity }: Occurring): ReportingDescriptor {
  const { summary, category, references } = rule;
  const isSecurity = !NOT_SECURITY.includes(category);
  const cwes = references.filter((name) => name.startsWith('CWE-')).map((name) => `external/cwe/${name.toLowerCase()}`);
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  const page = withoutLinks(pageOf(rule.id));
  return {
    id,
    name: rule.id,
    shortDescription: { text: sentence },
    fullDescription: { text: sectionOf(page, 'What it finds') || sentence },
    helpUri: helpUrlOf(rule.id),
    help: {
      text: page || `${sentence} See ${helpUrlOf(rule.id)}`,
      markdown: page || `[${rule.id}](${helpUrlOf(rule.id)})`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [...(isSecurity ? ['security'] : []), category, ...cwes],
      precision: 'high',
      'problem.severity': severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'recommendation',
      ...(isSecurity ? { 'security-severity': SECURITY_SEVERITY[severity] } : {}),
    },
  };
}

/** Its text up to the next heading; services cut longer ones. */
function sectionOf(page: string, heading: string): string {
  const [, text = ''] = page.split(`## ${heading}\n`);
  return (text.split('\n## ')[0] ?? '').trim().slice(0, 1000);
}

function resultsOf(file: FileReport, rules: readonly Occurring[], uriOf: (path: string) => string): readonly Result[] {
  const fingerprints = fingerprintsOf(file);
  return file.findings.map((finding, index) => {
    const ruleIndex = rules.findIndex(
      ({ rule, severity }) => rule.id === finding.rule && severity === finding.severity,
    );
    return {
      ruleId: rules[ruleIndex]?.id ?? finding.rule,
      ruleIndex,
      level: LEVELS[finding.severity],
      message: { text: withoutLinks(finding.message) },
      locations: [locationOf(file, finding.at, uri(file.pathInProject))],
      ...relatedOf(finding, uriOf),
      partialFingerprints: { 'redisConfLint/v2': fingerprints[index] ?? '' },
    };
  });
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

import { describeTeller } from '../../core/answers/describe-target.js';
import { refusalWords } from '../../core/answers/verdict-words.js';
import type { Location } from '../../core/config/occurrence.js';
import { certaintyOf } from '../../core/config/told.js';
import { targetId } from '../../core/directives/target.js';
import { SEVERITIES } from '../../core/lint/cap.js';
import type { Finding } from '../../core/lint/finding.js';
import { needsReview, type Severity } from '../../core/rules/rule.js';
import { isLong } from '../../core/syntax/config-line.js';
import { printable } from '../../core/text/printable.js';
import { codeFrame } from '../code-frame.js';
import { describeNotAnalysed } from '../document-files.js';
import {
  countOf,
  type Failure,
  type FileReport,
  type FormatContext,
  findingsOf,
  type Report,
  rangeIn,
  targetsOf,
} from '../report.js';
import { count, type Style, wrap } from '../terminal.js';
import { TOOL } from '../tool.js';
import { formatDocument } from './document-notes.js';

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};
const INDENT = '  ';

/** For people: each finding with its line, what to do about it, and at the end what it comes to. */
export function formatText(report: Report, context: FormatContext): string {
  const failures = report.failures.map((failure) => formatFailure(failure, context));
  const findings = report.files.flatMap((file) =>
    file.findings.map((finding) => formatFinding(file, finding, context)),
  );
  const documents = context.verbose ? report.files.flatMap((file) => formatDocument(file, context)) : [];
  return [...findings, ...documents, ...failures, formatSummary(report, context)]
    .filter((part) => part !== '')
    .join('\n');
}

function formatFinding(file: FileReport, finding: Finding, context: FormatContext): string {
  const { paint, width } = context;
  const { rule, severity, message, at, related, partOf, fixes, refusedFixes } = finding;
  const head = `${paint('bold', placeOf(file.path, file, at))}  ${paint(STYLES[severity], severity)}  ${paint('dim', rule)}`;
  const lines = [
    head,
    ...wrap(printable(message), width - INDENT.length).map((line) => INDENT + line),
    '',
    ...frameOf(file, finding, context),
    ...(partOf === undefined ? [] : notes('part of', partOf, context)),
    ...related.flatMap((place) => notes('see', `${showLocation(place.at, context)}: ${place.message}`, context)),
    ...fixes().flatMap(({ title, effect }) => notes(needsReview(effect) ? `fix (${effect})` : 'fix', title, context)),
    ...refusedFixes().flatMap(({ title, reason }) => notes('no fix', `${title}: ${reason}`, context)),
  ];
  return `${lines.join('\n')}\n`;
}

function frameOf(
  { source, shown }: FileReport,
  { at, severity }: Finding,
  { paint, width }: FormatContext,
): readonly string[] {
  const { file } = source;
  const line = file.lines.at(at.line);
  if (line === undefined || line.kind === 'blank' || isLong(line)) return [];
  const number = String(rangeIn({ source }, at).start.line + 1);
  const gutter = ' '.repeat(number.length);
  const frame = codeFrame(line.text, shown.hiddenAt(at.line), at.at, width - INDENT.length - number.length - 3);
  const carets = '^'.repeat(Math.max(1, frame.at.end - frame.at.start));
  return [
    `${INDENT}${paint('dim', `${number} |`)} ${frame.text}`,
    `${INDENT}${paint('dim', `${gutter} |`)} ${' '.repeat(frame.at.start)}${paint(STYLES[severity], carets)}`,
  ];
}

function notes(word: string, text: string, { paint, width }: FormatContext): readonly string[] {
  const label = `${word}: `;
  return wrap(printable(text), width - INDENT.length - label.length).map((line, index) =>
    index === 0 ? `${INDENT}${paint('green', label)}${line}` : INDENT + ' '.repeat(label.length) + line,
  );
}

function placeOf(path: string, file: FileReport, at: Location): string {
  const { start } = rangeIn(file, at);
  return `${printable(path)}:${start.line + 1}:${start.character + 1}`;
}

function showLocation({ source: path, line, at }: Location, { showPath }: FormatContext): string {
  return `${printable(showPath(path))}:${line + 1}:${at.start + 1}`;
}

function formatFailure({ path, reason, isUnwritten }: Failure, { paint }: FormatContext): string {
  const outcome = isUnwritten ? 'not written' : 'not analysed';
  return `${paint('bold', printable(path))}  ${paint('red', outcome)}\n${INDENT}${printable(reason)}\n`;
}

function formatSummary(report: Report, context: FormatContext): string {
  const { paint, quiet, width } = context;
  const counts = SEVERITIES.map((severity) => ({ severity, amount: countOf(report, severity) })).filter(
    ({ amount }) => amount > 0,
  );
  const { fixes, files } = report.fixed;
  const fixed = fixes > 0 ? `Fixed ${count(fixes, 'finding')} in ${count(files, 'file')}.` : '';
  const where = `in ${count(report.files.length, 'file')}`;
  if (counts.length === 0) {
    if (quiet && fixed === '' && report.failures.length === 0) return '';
    const clean = quiet ? `No errors ${where}.` : `Nothing found ${where}${forTarget(report)}.`;
    const found = report.files.length > 0 ? paint('green', clean) : nothingToLint(report);
    const parts = [
      fixed,
      found,
      ...tellers(report),
      ...readings(report),
      ...standIns(report, context),
      ...notAnalysed(report),
      failureLine(report),
    ];
    return `${parts.filter(Boolean).join('\n')}\n`;
  }
  const words = counts.map(({ severity, amount }) =>
    paint(STYLES[severity], count(amount, severity, pluralOf(severity))),
  );
  return `${[
    fixed,
    `${words.join(', ')} ${where}${forTarget(report)}.`,
    ...tellers(report),
    ...readings(report),
    ...standIns(report, context),
    ...notAnalysed(report),
    ...refusals(report),
    failureLine(report),
    ...nextSteps(report).flatMap((line) => wrap(line, width)),
  ]
    .filter(Boolean)
    .join('\n')}\n`;
}

function nothingToLint({ failures }: Report): string {
  return failures.length > 0 ? '' : 'Nothing to lint: .redis-conf-lint.json leaves out every file.';
}

const pluralOf = (severity: Severity): string => (severity === 'information' ? severity : `${severity}s`);

/** Only where every file is for the same one. */
function forTarget({ files }: Report): string {
  const targets = [...new Set(files.flatMap(targetsOf).map(({ value }) => targetId(value)))];
  return targets.length === 1 ? `, read as ${targets[0]} reads ${files.length === 1 ? 'it' : 'them'}` : '';
}

function failureLine({ failures }: Report): string {
  const lineFor = (what: string, failed: readonly Failure[]) => {
    const files = new Set(failed.map(({ path }) => path.replace(/:\d+:\d+$/, ''))).size;
    return files > 0 ? `${count(files, 'file')} could not be ${what}.` : '';
  };
  return [
    lineFor(
      'analysed',
      failures.filter(({ isUnwritten }) => !isUnwritten),
    ),
    lineFor(
      'written',
      failures.filter(({ isUnwritten }) => isUnwritten),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

/** What stands beside a file and says for which server it is. */
function tellers({ files }: Report): readonly string[] {
  const lines = files.flatMap((file) =>
    targetsOf(file).flatMap((target) => {
      if (file.disagreeing.length === 0 && (certaintyOf(target) !== 'told' || target.at === undefined)) return [];
      return [`Target ${targetId(target.value)}: ${describeTeller(target, file.disagreeing)}.`];
    }),
  );
  return [...new Set(lines)];
}

const READ_AS: Readonly<Partial<Record<FileReport['as'], string>>> = {
  server: "a server's configuration",
  sentinel: "a Sentinel's configuration",
  acl: 'an ACL file',
};

/** What a file was read as, where its name would have one think otherwise. */
function readings({ files }: Report): readonly string[] {
  return files
    .filter(({ isReadAgainstName }) => isReadAgainstName)
    .map(({ path, as }) => `${printable(path)} was read as ${READ_AS[as] ?? as}: its lines say so.`);
}

/** What was read in the place of files of another machine. */
function standIns({ files }: Report, { showPath }: FormatContext): readonly string[] {
  return files.flatMap(({ takenFor }) =>
    takenFor.map(({ named, path }) => `${printable(showPath(path))} was taken for ${printable(named)}.`),
  );
}

/** Silence would mean that it was looked at. */
function notAnalysed({ files }: Report): readonly string[] {
  return files.flatMap(({ path, document }) =>
    (document?.notAnalysed ?? []).map(
      (part) => `${printable(path)}:${part.at.line + 1} was not analysed: ${describeNotAnalysed(part)}.`,
    ),
  );
}

function refusals({ files }: Report): readonly string[] {
  return files
    .filter(({ starts }) => starts === 'no')
    .map(({ path, target }) => refusalWords(target.value, printable(path)));
}

function nextSteps(report: Report): readonly string[] {
  const findings = findingsOf(report);
  const safe = findings.filter(({ fixable }) => fixable === 'safe').length;
  const first = SEVERITIES.flatMap((severity) => findings.find((finding) => finding.severity === severity) ?? [])[0];
  return [
    ...(safe > 0 ? [`${TOOL.name} --fix mends ${safe === 1 ? 'one of them' : `${safe} of them`} safely.`] : []),
    ...(first ? [`${TOOL.name} --explain ${first.rule} tells more about a rule.`] : []),
  ];
}

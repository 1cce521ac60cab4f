import type { Dialect, Location, Source } from '../core/config/occurrence.js';
import type { LinesShown } from '../core/config/showing/lines-shown.js';
import type { Told } from '../core/config/told.js';
import type { Target } from '../core/directives/target.js';
import type { DocumentResult } from '../core/document-service.js';
import { cap, SEVERITIES } from '../core/lint/cap.js';
import type { Finding } from '../core/lint/finding.js';
import { isRepeat } from '../core/lint/fold-repeats.js';
import type { DecidingVariable, HostedServerReport, ReadRegion } from '../core/project/hosted-server.js';
import type { DocumentKind } from '../core/project/recognise.js';
import type { FileReport as SourceReport } from '../core/project/reports.js';
import type { Rule, Severity } from '../core/rules/rule.js';
import type { Range } from '../core/text/span.js';
import type { Paint } from './terminal.js';

/** What was found in one file, wherever the linter came to it from. */
export interface FileReport extends Omit<SourceReport, 'source' | 'deployments'> {
  /** As people are to see it. */
  readonly path: string;
  /** From the root of its project, the same however it was named; as people see it where there is none. */
  readonly pathInProject: string;
  readonly source: Source;
  /** What it was read as. */
  readonly as: Dialect | DocumentKind;
  /** Its content, not its name, says what it was read as. */
  readonly isReadAgainstName: boolean;
  readonly target: Told<Target>;
  /** What images and charts around it say, where they contradict each other. */
  readonly disagreeing: readonly Told<Target>[];
  readonly shown: LinesShown;
  /** Undefined: it is a configuration itself. */
  readonly document?: DocumentReport | undefined;
}

/** What was read of a document that starts servers. */
export interface DocumentReport extends Pick<DocumentResult, 'notAnalysed'> {
  readonly servers: readonly HostedServerReport[];
  /** In the order of the document, whichever server reads them. */
  readonly regions: readonly ReadRegion[];
  readonly variables: readonly DecidingVariable[];
}

/** The servers that a file is for. */
export function targetsOf({ document, target }: FileReport): readonly Told<Target>[] {
  return document ? document.servers.map((server) => server.target) : [target];
}

/** Where a span of a file's lines stands in the document that people see. */
export function rangeIn({ source: { place } }: Pick<FileReport, 'source'>, { line, at }: Location): Range {
  return place.toDocument(line, at);
}

/** A file that could not be read or written, and why. */
export interface Failure {
  readonly path: string;
  readonly reason: string;
  readonly isUnwritten?: true;
}

/** What a run came to. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly failures: readonly Failure[];
  /** What --fix wrote, or would write. */
  readonly fixed: { readonly fixes: number; readonly files: number };
}

/** What fails a run. */
export interface Gate {
  /** The mildest finding that does. */
  readonly failOn: Severity | 'never';
  /** More warnings than this do. */
  readonly maxWarnings: number | undefined;
}

/** What formatters need besides the report. */
export interface FormatContext {
  readonly rules: readonly Rule[];
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** A path of core as people are to see it. */
  readonly showPath: (path: string) => string;
  /** Show only findings of error severity. */
  readonly quiet: boolean;
  readonly gate: Gate;
  /** Tell what was read of documents that start servers. */
  readonly verbose: boolean;
}

/** A report as text, line end included. */
export type Formatter = (report: Report, context: FormatContext) => string;

/** Of all files, in their order. */
export function findingsOf({ files }: Report): readonly Finding[] {
  return files.flatMap(({ findings }) => findings);
}

/** One state counts once, however many places it has. */
export function countOf(report: Report, severity: Severity): number {
  return findingsOf(report).filter((finding) => finding.severity === severity && finding.partOf === undefined).length;
}

/** The report with at most so many findings a file. */
export function capped(report: Report, most?: number): Report {
  return { ...report, files: report.files.map((file) => ({ ...file, findings: cap(file.findings, most) })) };
}

/** The report without findings that say again what another one says, which lists their places. */
export function withoutRepeats(report: Report): Report {
  return filtered(report, (finding) => !isRepeat(finding));
}

/** The report without findings that are milder than a level. */
export function fromLevel(report: Report, level: Severity): Report {
  return filtered(report, ({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level));
}

function filtered(report: Report, isShown: (finding: Finding) => boolean): Report {
  return { ...report, files: report.files.map((file) => ({ ...file, findings: file.findings.filter(isShown) })) };
}

import type { Starts } from '../../core/config/meaning/starts.js';
import type { Location } from '../../core/config/occurrence.js';
import { shownPath } from '../../core/config/showing/shown-words.js';
import type { Told } from '../../core/config/told.js';
import { type Target, targetId } from '../../core/directives/target.js';
import type { Finding } from '../../core/lint/finding.js';
import { helpUrlOf } from '../../core/lint/help-url.js';
import { holdsSecret } from '../../core/lint/secret-edits.js';
import type { Fix, SourceEdit } from '../../core/rules/rule.js';
import type { TextEdit } from '../../core/text/edit.js';
import { rangeOfEdit } from '../../core/text/line-edit.js';
import { withEscapes } from '../../core/text/printable.js';
import type { Position, Range } from '../../core/text/span.js';
import { type DocumentReport, type FileReport, type FormatContext, type Report, rangeIn } from '../report.js';
import { TOOL } from '../tool.js';

/** The files of the report, by path. */
type KnownFiles = ReadonlyMap<string, Pick<FileReport, 'source' | 'shown'>>;

/**
 * For programs: schemas/findings.schema.json describes it. Lines and columns (UTF-16 code units) from 1. The text of an
 * edit that holds a secret is left out.
 */
export function formatJson(report: Report, context: FormatContext): string {
  const known = new Map(report.files.map((file) => [file.source.id, file]));
  const document = {
    version: 2,
    tool: { name: TOOL.name, version: TOOL.version },
    failures: report.failures.map(({ path, reason }) => ({ path, reason })),
    files: report.files.map((file) => fileAsJson(file, known, context)),
  };
  return withEscapes(`${JSON.stringify(document, null, 2)}\n`);
}

function fileAsJson(file: FileReport, known: KnownFiles, context: FormatContext) {
  const { path, as, target, disagreeing, starts, undecided, unread, takenFor, findings, document } = file;
  return {
    path,
    dialect: as,
    ...targetAsJson(target, context),
    targetsDisagreeing: disagreeing.map((told) => targetAsJson(told, context)),
    ...startsAsJson(starts),
    undecided,
    unread: unread.map(({ path, reason, detail, at }) => ({
      path: shownPath(context.showPath(path)),
      reason,
      ...(detail === undefined ? {} : { detail }),
      at: locationAsJson(at, context),
    })),
    takenFor: takenFor.map(({ named, path, at }) => ({
      named: shownPath(named),
      path: context.showPath(path),
      at: locationAsJson(at, context),
    })),
    ...(document && documentAsJson(document, context)),
    findings: findings.map((finding) => findingAsJson(file, finding, known, context)),
  };
}

/** What a document starts, and what was read in it: never its text. */
function documentAsJson({ servers, regions, variables, notAnalysed }: DocumentReport, context: FormatContext) {
  return {
    servers: servers.map(({ name, target, starts }) => ({
      name,
      ...targetAsJson(target, context),
      ...startsAsJson(starts),
    })),
    regions: regions.map(({ what, dialect, range }) => ({ what, dialect, ...rangeAsJson(range) })),
    variables: variables.map(({ name, by, ifUnset, range }) => ({ name, by, ifUnset, ...rangeAsJson(range) })),
    notAnalysed: notAnalysed.map(({ at, reason }) => ({ reason, at: locationAsJson(at, context) })),
  };
}

function targetAsJson({ value, by, at }: Told<Target>, context: FormatContext) {
  return {
    target: targetId(value),
    targetBy: by,
    ...(at === undefined ? {} : { targetAt: locationAsJson(at, context) }),
  };
}

const startsAsJson = (starts: Starts) => ({ startable: starts === 'unknown' ? null : starts === 'yes' });

function findingAsJson({ source }: FileReport, finding: Finding, known: KnownFiles, context: FormatContext) {
  const { rule, severity, isFatal, message, at, related, partOf, fixes } = finding;
  return {
    rule,
    category: context.rules.find(({ id }) => id === rule)?.category ?? 'structure',
    severity,
    fatal: isFatal,
    message,
    range: rangeAsJson(rangeIn({ source }, at)),
    related: related.map(({ at, message }) => ({ ...locationAsJson(at, context), message })),
    ...(partOf === undefined ? {} : { partOf }),
    fixes: fixes().map((fix) => fixAsJson(fix, known, context)),
    help: helpUrlOf(rule),
  };
}

function fixAsJson({ title, effect, consequence, edits }: Fix, known: KnownFiles, context: FormatContext) {
  return {
    title,
    effect,
    ...(consequence === undefined ? {} : { consequence }),
    edits: edits.flatMap((edit) => editAsJson(edit, known, context)),
  };
}

/** A file that is not in the report is one whose secrets nobody knows here. */
function editAsJson(edit: SourceEdit, known: KnownFiles, { showPath }: FormatContext) {
  const { source, shown } = known.get(edit.source) ?? {};
  const isSecret = !source || !shown || holdsSecret(source.file, shown, edit);
  return writtenOf(edit, source).map(({ range, newText }) => {
    const place = { path: showPath(edit.source), range: rangeAsJson(range) };
    return isSecret ? { ...place, newText: null, holdsSecret: true } : { ...place, newText };
  });
}

/** A fix with an edit that its place refuses is not offered. */
function writtenOf(edit: SourceEdit, source: FileReport['source'] | undefined): readonly TextEdit[] {
  const written = source?.place.write([edit]) ?? [{ range: rangeOfEdit(edit), newText: '' }];
  return 'refused' in written ? [] : written;
}

function locationAsJson({ source: path, line, at }: Location, { showPath }: FormatContext) {
  return { path: showPath(path), line: line + 1, column: at.start + 1 };
}

const rangeAsJson = ({ start, end }: Range) => ({ start: fromOne(start), end: fromOne(end) });

function fromOne({ line, character }: Position) {
  return { line: line + 1, column: character + 1 };
}

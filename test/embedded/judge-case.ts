import { posix } from 'node:path';
import * as yaml from 'yaml';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import type { ConfigSource } from '../../server/src/core/config/occurrence.js';
import { createDocumentService, type DocumentResult } from '../../server/src/core/document-service.js';
import { templatedText } from '../../server/src/core/hosts/templated/templated-text.js';
import { SEVERITIES } from '../../server/src/core/lint/cap.js';
import type { Finding } from '../../server/src/core/lint/finding.js';
import { hostKindOf, recognise } from '../../server/src/core/project/recognise.js';
import { reportsByFile, rootResultOf } from '../../server/src/core/project/reports.js';
import {
  createLoadCache,
  createService,
  formatTarget,
  type LintRequest,
  type LintResult,
  textOf,
} from '../../server/src/core/service.js';
import { verbatim } from '../../server/src/core/text/mapped-text.js';
import { positionsIn, type Range } from '../../server/src/core/text/span.js';

/** A small workspace, and what must be read out of it and said of it. Lines and columns from 1, ends exclusive. */
export interface EmbeddedCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly regions: readonly ExpectedRegion[];
  readonly target: { readonly product: string; readonly version: string } | null;
  readonly must: readonly Expected[];
  readonly mustNot: readonly Forbidden[];
  readonly why: string;
}

interface Point {
  readonly line: number;
  readonly column: number;
}

interface ExpectedRegion {
  readonly what: 'arguments' | 'configuration' | 'acl';
  readonly dialect: string;
  readonly start: Point;
  readonly end: Point;
  readonly text: string;
}

interface Expected {
  readonly rule: string;
  readonly line: number;
  readonly column?: number;
  readonly severity?: string;
}

interface Forbidden {
  /** `*`: any. */
  readonly rule: string;
  readonly atOrAbove?: string;
  readonly line?: number;
}

const ROOT = '/w';
const SERVICE = createService();
const DOCUMENTS = createDocumentService(SERVICE, () => yaml);
const CACHE = createLoadCache();

/** What is not as the case wants it, one line each. */
export function judge(each: EmbeddedCase): readonly string[] {
  const { results, findings } = lint(each);
  return [...wrongRegions(each, results), ...wrongTarget(each, results), ...wrongFindings(each, findings)];
}

/** `rule severity line:column` of each finding in the document. */
export function findingsIn(each: EmbeddedCase): readonly string[] {
  return lint(each).findings.map(({ rule, severity, at }) => `${rule} ${severity} ${at.line + 1}:${at.at.start + 1}`);
}

function lint({ files, entry }: EmbeddedCase) {
  const path = `${ROOT}/${entry}`;
  const text = files[entry] ?? '';
  const around = { path, root: ROOT, reader: readerOf(files), cache: CACHE };
  const kind = hostKindOf(path, text);
  const results: readonly LintResult[] =
    kind === undefined
      ? lintConfiguration({ ...around, file: SERVICE.parse(text) }, text)
      : lintDocument({ ...around, kind, text }).results;
  const reports = reportsByFile(results.map(rootResultOf));
  return { results, findings: reports.filter(({ source }) => source === path).flatMap((report) => report.findings) };
}

/** What is none of ours is not judged. */
const lintConfiguration = (request: LintRequest, text: string): readonly LintResult[] =>
  recognise(request.path, text) ? [SERVICE.lint(request)] : [];

const lintDocument = (request: Parameters<typeof DOCUMENTS.lint>[0]): DocumentResult => DOCUMENTS.lint(request);

export function readerOf(files: EmbeddedCase['files']): FileReader {
  const names = Object.keys(files).map((name) => `${ROOT}/${name}`);
  return {
    readFile: (path) => {
      const text = files[posix.relative(ROOT, path)];
      return text === undefined ? { status: 'missing' } : { status: 'found', text };
    },
    listFolder: (folder) => {
      const below = names.filter((name) => name.startsWith(folder === '/' ? '/' : `${folder}/`));
      const inFolder = below.map((name) => name.slice(folder === '/' ? 1 : folder.length + 1).split('/')[0] ?? '');
      return inFolder.length === 0 ? { status: 'missing' } : { status: 'found', names: [...new Set(inFolder)] };
    },
  };
}

function wrongRegions({ regions, entry }: EmbeddedCase, results: readonly LintResult[]): readonly string[] {
  const sources = results.flatMap(({ config }) => config.files.filter(({ path }) => path === `${ROOT}/${entry}`));
  const found = [...new Map(sources.map((source) => [source.id, source])).values()].map(regionOf);
  return regions.flatMap(({ dialect, start, end, text }) => {
    const wanted = JSON.stringify({ dialect, start, end, text: text.trimEnd() });
    return found.includes(wanted) ? [] : [`no region ${wanted}; there are ${found.join(' ')}`];
  });
}

/** As a case has it. */
function regionOf({ file, dialect, extent }: ConfigSource): string {
  const text = textOf(file).trimEnd();
  if (!extent) return wholeFile(dialect, text);
  return JSON.stringify({ dialect, start: pointOf(extent.start), end: pointOf(extent.end), text });
}

/** A file is a region as a whole; lines of control of a template are none of its lines. */
function wholeFile(dialect: ConfigSource['dialect'], text: string): string {
  const { text: read } = templatedText(verbatim(text, 0, text.length));
  const end = pointOf(positionsIn(text)(text.length));
  return JSON.stringify({ dialect, start: { line: 1, column: 1 }, end, text: read.text });
}

const pointOf = ({ line, character }: Range['start']): Point => ({ line: line + 1, column: character + 1 });

function wrongTarget({ target }: EmbeddedCase, results: readonly LintResult[]): readonly string[] {
  if (target === null) return [];
  const names = results
    .filter(({ deployment: { target: told } }) => told.by === 'image')
    .map((result) => formatTarget(result.deployment.target.value));
  const isTold = names.some((text) => text.toLowerCase().startsWith(`${target.product} ${target.version}`));
  return isTold ? [] : [`target ${target.product} ${target.version}: ${names.join(', ')}`];
}

function wrongFindings({ must, mustNot }: EmbeddedCase, findings: readonly Finding[]): readonly string[] {
  const missing = must.filter((wanted) => !findings.some((finding) => isExpected(finding, wanted)));
  const unwanted = findings.filter((finding) => mustNot.some((forbidden) => isForbidden(finding, forbidden)));
  return [
    ...missing.map((wanted) => `missing ${JSON.stringify(wanted)}`),
    ...unwanted.map(
      ({ rule, severity, at, message }) => `unwanted ${rule} (${severity}) line ${at.line + 1}: ${message}`,
    ),
  ];
}

function isExpected({ rule, severity, at }: Finding, wanted: Expected): boolean {
  const isThere = wanted.column === undefined || wanted.column === at.at.start + 1;
  const isSo = wanted.severity === undefined || wanted.severity === severity;
  return rule === wanted.rule && at.line + 1 === wanted.line && isThere && isSo;
}

function isForbidden({ rule, severity, at }: Finding, { rule: name, atOrAbove, line }: Forbidden): boolean {
  const levels: readonly string[] = SEVERITIES;
  const rank = (level: string) => levels.indexOf(level);
  const isSevere = atOrAbove === undefined || rank(severity) <= rank(atOrAbove);
  return (name === '*' || name === rule) && isSevere && (line === undefined || line === at.line + 1);
}

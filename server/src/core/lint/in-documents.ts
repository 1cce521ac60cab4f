import { type Location, type Source, type SourceId, sourceIn } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Fix, SourceEdit } from '../rules/rule.js';
import type { ConfigFile } from '../syntax/config-file.js';
import type { TextEdit } from '../text/edit.js';
import { groupBy } from '../text/group-by.js';
import type { LineEdit } from '../text/line-edit.js';
import type { FindingDraft } from './finding.js';

interface Read extends Pick<ResolvedConfiguration, 'files'> {
  readonly deployment: Pick<ResolvedConfiguration['deployment'], 'hosts'>;
}

/**
 * Where people see a place: in the file that holds it. What stands in another document is a text of its own only while
 * it is read and checked; comments that switch rules off, reports, edits and the editor know documents alone.
 */
export function placesInDocuments({ files, deployment }: Read): (at: Location) => Location {
  if (deployment.hosts.length === 0) return (at) => at;
  return (at) => {
    const source = sourceIn(files, at.source);
    return source === undefined || isDocument(source) ? at : placeInDocument(source, at, deployment.hosts);
  };
}

/** The files that people see: documents that hold configurations, and files that are one. */
export function documentsIn({ files, deployment }: Read): readonly Source[] {
  return deployment.hosts.length === 0 ? files : [...deployment.hosts, ...files.filter(isDocument)];
}

const isDocument = ({ id, path }: Source): boolean => id === path;

function placeInDocument(source: Source, { line, at }: Location, hosts: readonly Source[]): Location {
  const { start, end } = source.place.toDocument(line, at);
  const text = sourceIn(hosts, source.path)?.file.lines.at(start.line)?.text ?? '';
  const last = start.line === end.line ? end.character : text.trimEnd().length;
  const span = { start: start.character, end: Math.max(start.character, last) };
  return { source: source.path, line: start.line, at: span };
}

/** The findings where people see them, with fixes of the documents. */
export function inDocuments(findings: readonly FindingDraft[], config: Read): readonly FindingDraft[] {
  if (config.deployment.hosts.length === 0) return findings;
  const placed = placesInDocuments(config);
  return findings.map((finding) => ({
    ...finding,
    at: placed(finding.at),
    related: finding.related.map((place) => ({ ...place, at: placed(place.at) })),
    fixes: () => finding.fixes().map((fix) => fixInDocuments(fix, config)),
  }));
}

function fixInDocuments(fix: Fix, { files, deployment }: Read): Fix {
  const edits = [...groupBy(fix.edits, ({ source }) => source)].flatMap(([id, own]) =>
    editsInDocument(id, own, files, deployment.hosts),
  );
  return { ...fix, edits };
}

function editsInDocument(
  id: SourceId,
  edits: readonly SourceEdit[],
  files: Read['files'],
  hosts: readonly Source[],
): readonly SourceEdit[] {
  const source = sourceIn(files, id);
  const document = source && sourceIn(hosts, source.path);
  if (!source || isDocument(source) || !document) return edits;
  const written = source.place.write(edits);
  if ('refused' in written) return [];
  return written.flatMap((edit) => lineEditsOf(document.file, edit)).map((edit) => ({ ...edit, source: source.path }));
}

/** What an edit of a text is as edits of its lines. */
function lineEditsOf({ lines }: ConfigFile, { range: { start, end }, newText }: TextEdit): readonly LineEdit[] {
  const textOf = (line: number) => lines.at(line)?.text ?? '';
  const pieces = newText.split('\n');
  if (start.character === 0 && end.character === 0 && pieces.at(-1) === '') {
    const removed = Array.from({ length: end.line - start.line }, (_, index) => removal(start.line + index));
    const inserted = pieces.slice(0, -1).map(withoutReturn);
    return inserted.length > 0 ? [{ kind: 'insert', before: start.line, lines: inserted }, ...removed] : removed;
  }
  const [first = '', ...rest] = pieces;
  const isWithin = rest.length === 0 && start.line === end.line;
  const tail = isWithin ? '' : textOf(end.line).slice(end.character);
  const last = rest.length > 0 ? [...rest.slice(0, -1), `${rest.at(-1) ?? ''}${tail}`] : [];
  const at = { start: start.character, end: isWithin ? end.character : textOf(start.line).length };
  const removed = Array.from({ length: end.line - start.line }, (_, index) => removal(start.line + 1 + index));
  const replaced: LineEdit = { kind: 'replace', line: start.line, at, text: rest.length > 0 ? first : first + tail };
  if (last.length === 0) return [replaced, ...removed];
  return [replaced, ...removed, { kind: 'insert', before: end.line + 1, lines: last.map(withoutReturn) }];
}

const removal = (line: number): LineEdit => ({ kind: 'remove', line });
const withoutReturn = (text: string): string => text.replace(/\r$/, '');

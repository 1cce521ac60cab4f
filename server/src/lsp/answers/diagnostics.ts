import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import type {
  ConfigFile,
  Finding,
  LintResult,
  Location,
  Range,
  Severity,
  Source,
  SourceId,
} from '../../core/service.js';
import type { Client } from '../client.js';
import type { OpenDocument } from '../documents/open-document.js';
import { type Places, placeOnLine, placesIn } from '../documents/places.js';
import { uriOf } from '../documents/uris.js';
import { DIAGNOSTIC_SOURCE } from '../protocol.js';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;
const PAGES = 'https://github.com/redis-conf-lint/redis-conf-lint/blob/main/docs/rules';

/** The page of a rule, for people. */
export const pageOf = (rule: string): string => `${PAGES}/${rule}.md`;

/** The files of some analyses as the protocol sees them. */
export interface AnalysedFiles {
  /** Of the document that holds the source; of one that was not read, by its path. */
  readonly uriOf: (source: SourceId) => string;
  readonly fileOf: (source: SourceId) => ConfigFile | undefined;
  readonly placesIn: (source: SourceId) => Places | undefined;
  /** Of the document that holds the source, where it is open; null for a file on disk. */
  readonly versionOf: (source: SourceId) => number | null;
}

/**
 * @param analysed those that were analysed, as they were
 * @param document the one that is asked about, as it was analysed
 */
export function analysedFiles(
  results: readonly LintResult[],
  analysed: readonly OpenDocument[],
  document: OpenDocument,
  open: (uri: string) => OpenDocument | undefined,
): AnalysedFiles {
  const documents = new Map([...analysed, document].map((each) => [each.path, each]));
  const read = results.flatMap(({ config }): readonly Source[] => [...config.files, ...config.deployment.hosts]);
  const sources = new Map(read.map((source) => [source.id, source]));
  /** Made once: it takes a look at the whole file. */
  const places = new Map<SourceId, Places>();
  const pathOf = (id: SourceId) => sources.get(id)?.path ?? id;
  const openAt = (path: string) => documents.get(path) ?? open(uriOf(path, document.uri));
  /** The document around a source: a source of its own, unless it is open. */
  const aroundOf = (path: string) => documents.get(path)?.file ?? sources.get(path)?.file ?? openAt(path)?.file;
  return {
    uriOf: (id) => openAt(pathOf(id))?.uri ?? uriOf(pathOf(id), document.uri),
    fileOf: (id) => sources.get(id)?.file,
    placesIn: (id) => {
      const known = documents.get(id)?.places ?? places.get(id);
      const source = sources.get(id);
      const around = source && aroundOf(source.path);
      if (known || !around) return known;
      const made = placesIn(around, source);
      places.set(id, made);
      return made;
    },
    versionOf: (id) => openAt(pathOf(id))?.version ?? null,
  };
}

/** Undefined in a file that the analyses did not read. */
export function protocolRange({ source, line, at }: Location, files: AnalysedFiles): Range | undefined {
  return files.placesIn(source)?.onLine(line, at);
}

/**
 * Undefined for a place in a file that the analysis did not read. It carries no fixes: they may move a secret that
 * stands in the file, and clients write diagnostics into traces.
 */
export function diagnosticOf(finding: Finding, files: AnalysedFiles, client: Client): Diagnostic | undefined {
  const range = protocolRange(finding.at, files);
  if (!range) return undefined;
  const tags = finding.tags.map((tag) => TAGS[tag]).filter((tag) => client.diagnosticTags.includes(tag));
  const related = client.relatedInformation ? relatedInformation(finding, files) : [];
  return {
    range,
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: pageOf(finding.rule) },
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
    ...(tags.length > 0 ? { tags } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

function relatedInformation({ related }: Finding, files: AnalysedFiles): DiagnosticRelatedInformation[] {
  return related.map(({ at, message }) => {
    // Of a file beside the configuration, such as a Dockerfile, the lines are the document's own.
    const range = protocolRange(at, files) ?? placeOnLine(at.line, at.at);
    return { location: { uri: files.uriOf(at.source), range }, message };
  });
}

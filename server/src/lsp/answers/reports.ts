import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import {
  type ConfigSource,
  type ConfigurationProblem,
  cap,
  type Finding,
  type LintResult,
  projectOf,
  type RefusedFix,
  type ResolvedConfiguration,
  reportsByFile,
  rootResultOf,
} from '../../core/service.js';
import type { Client } from '../client.js';
import type { Documents } from '../documents/documents.js';
import { isMute, type OpenDocument } from '../documents/open-document.js';
import { type Places, placesIn } from '../documents/places.js';
import { isOnSameFileSystem } from '../documents/uris.js';
import { DIAGNOSTIC_SOURCE } from '../protocol.js';
import type { Analyses, Analysis } from './analysis.js';
import { contentId } from './content-id.js';
import { type AnalysedFiles, analysedFiles, diagnosticOf, protocolRange } from './diagnostics.js';
import { createKeptDiagnostics, type KeptDiagnostics } from './kept-diagnostics.js';
import { type ProtocolFix, protocolFixOf } from './protocol-fix.js';

/** What there is to say about an open document. */
export interface Report {
  readonly document: OpenDocument;
  /** The same as long as the analyses are that it comes from. */
  readonly revision: string;
  /** The same wherever a report says the same, of this document and of files that are not open; made when asked for. */
  readonly resultId: () => string;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings of this document's configuration in files that are not open, by address. */
  readonly elsewhere: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Of the open documents that read it, or its own: what it comes from. */
  readonly analyses: readonly Analysis[];
  /** What its servers came to, one a server; none for a document that starts none. */
  readonly results: readonly LintResult[];
  /** The fixes of a diagnostic that the client shows; none for one that this report does not have. */
  readonly fixesOf: (shown: Diagnostic) => DiagnosticFixes;
}

/** What helps against a finding, and what would if it could be written where the finding is. */
export interface DiagnosticFixes {
  readonly fixes: readonly ProtocolFix[];
  readonly refused: readonly RefusedFix[];
}

/** An open document, and the configurations that it is a part of, stands for or holds. */
export interface Placed {
  readonly analysis: Analysis;
  /** Of a document that is a configuration itself the first. */
  readonly configurations: readonly ResolvedConfiguration[];
  /** Of a configuration that stands in the document. */
  readonly placesOf: (source: ConfigSource) => Places;
}

/** What there is to say about open documents as they are now. */
export interface Reports {
  readonly of: (uri: string) => Promise<Report | undefined>;
  /** Undefined where the document is not open. */
  readonly configurationsOf: (uri: string) => Promise<Placed | undefined>;
}

/** Each analysis is made when its document has changed, or a file that it reads; what a report asks again is there. */
export function createReports(documents: Documents, analyses: Analyses, client: Client): Reports {
  const telling: Telling = { documents, client, kept: createKeptDiagnostics() };
  return {
    of: async (uri) => {
      const own = await analyses.of(uri);
      return own && reportOn(own, await judgingAmong(own, documents, analyses), telling);
    },
    configurationsOf: async (uri) => {
      const analysis = await analyses.of(uri);
      if (!analysis) return undefined;
      const judging = await judgingAmong(analysis, documents, analyses);
      const { document } = analysis;
      const placesOf = ({ place }: ConfigSource) => placesIn(document.file, { ...document, place });
      return { analysis, configurations: judging.map(({ result }) => result.config), placesOf };
    },
  };
}

/** What a server came to, and the analysis that says so. */
interface Judgement {
  readonly analysis: Analysis;
  readonly result: LintResult;
}

/** What findings become diagnostics with. */
interface Telling {
  readonly documents: Documents;
  readonly client: Client;
  readonly kept: KeptDiagnostics;
}

/** Of the servers of open documents those that judge one: it is a part of them, or stands for itself. */
async function judgingAmong(own: Analysis, documents: Documents, analyses: Analyses): Promise<readonly Judgement[]> {
  const { path, uri, key } = own.document;
  const byDeployment = new Map<string, Judgement>();
  for (const other of [...documents.all()]) {
    if (isMute(other) || !isOnSameFileSystem(other.uri, uri)) continue;
    const analysis = other.key === key ? own : await analyses.of(other.uri);
    for (const judged of judgementsOf(analysis))
      if (!judged.result.project.isIgnored) byDeployment.set(judged.result.deployment.id, judged);
  }
  const members = [...byDeployment.values()].map(({ result }) => ({
    deployment: result.deployment,
    sources: rootResultOf(result).sources,
  }));
  const judging = projectOf(members).judging(path);
  return judging.length > 0 ? judging.flatMap(({ id }) => byDeployment.get(id) ?? []) : judgementsOf(own);
}

function judgementsOf(analysis: Analysis | undefined): readonly Judgement[] {
  return analysis?.results.map((result) => ({ analysis, result })) ?? [];
}

function reportOn(own: Analysis, judging: readonly Judgement[], telling: Telling): Report {
  const { document } = own;
  const { documents, kept } = telling;
  const analyses = [...new Set([own, ...judging.map(({ analysis }) => analysis)])];
  const results = judging.map(({ result }) => result);
  const files = analysedFiles(results, documentsOf(analyses), document, documents.get);
  const found = findingsIn(results);
  const findings = found.get(document.path) ?? [];
  const diagnostics = diagnosticsOf(findings, files, telling);
  const elsewhere = elsewhereBy(own, judging, found, telling);
  return {
    document,
    revision: analyses.map(({ id }) => id).join('.'),
    resultId: () => contentId([kept.idOf(diagnostics), ...elsewhere]),
    diagnostics,
    elsewhere,
    analyses,
    results,
    fixesOf: (shown) => fixesOf(shown, findings, files),
  };
}

const documentsOf = (analyses: readonly Analysis[]) => analyses.map(({ document }) => document);

/** By path, each once. */
function findingsIn(results: readonly LintResult[]): ReadonlyMap<string, readonly Finding[]> {
  return new Map(reportsByFile(results.map(rootResultOf)).map(({ source, findings }) => [source, findings]));
}

function fixesOf(
  { code, message, range: { start } }: Diagnostic,
  findings: readonly Finding[],
  files: AnalysedFiles,
): DiagnosticFixes {
  const found = findings.find((finding) => {
    if (finding.rule !== code || finding.message !== message) return false;
    const at = protocolRange(finding.at, files)?.start;
    return at?.line === start.line && at.character === start.character;
  });
  return {
    fixes: found?.fixes().map((fix) => protocolFixOf(fix, files)) ?? [],
    refused: found?.refusedFixes() ?? [],
  };
}

/** A document that is a part of others says nothing of its own of further files. */
function elsewhereBy(
  own: Analysis,
  judging: readonly Judgement[],
  found: ReturnType<typeof findingsIn>,
  telling: Telling,
): Report['elsewhere'] {
  const { documents } = telling;
  const results = judging.flatMap(({ analysis, result }) => (analysis === own ? [result] : []));
  const files = analysedFiles(results, [own.document], own.document, documents.get);
  const elsewhere = new Map<string, readonly Diagnostic[]>();
  for (const [path, findings] of results.length === judging.length ? found : findingsIn(results)) {
    const uri = files.uriOf(path);
    if (path === own.document.path || findings.length === 0 || documents.get(uri)) continue;
    elsewhere.set(uri, diagnosticsOf(findings, files, telling));
  }
  for (const { path, problems } of own.results.flatMap(({ project }) => project.sources))
    elsewhere.set(files.uriOf(path), problems.map(mistakeIn));
  return elsewhere;
}

/** A mistake in the project's configuration file: it must not go unseen, for what it says then has no effect. */
function mistakeIn({ message, range }: ConfigurationProblem): Diagnostic {
  return { message, range, severity: DiagnosticSeverity.Warning, source: DIAGNOSTIC_SOURCE };
}

function diagnosticsOf(
  findings: readonly Finding[],
  files: AnalysedFiles,
  { client, kept }: Telling,
): readonly Diagnostic[] {
  return cap(findings).flatMap((finding) => {
    const made = diagnosticOf(finding, files, client);
    return made ? kept.keep(finding.at, made) : [];
  });
}

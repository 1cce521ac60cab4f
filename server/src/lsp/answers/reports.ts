import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import {
  type ConfigurationProblem,
  cap,
  type Finding,
  projectOf,
  type RefusedFix,
  type ResolvedConfiguration,
  reportsByFile,
  rootResultOf,
} from '../../core/service.js';
import type { Client } from '../client.js';
import type { Documents } from '../documents/documents.js';
import type { OpenDocument } from '../documents/open-document.js';
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
  /** The analyses that it comes from: its own, or those of the open documents that include it. */
  readonly analyses: readonly [Analysis, ...Analysis[]];
  /** The fixes of a diagnostic that the client shows; none for one that this report does not have. */
  readonly fixesOf: (shown: Diagnostic) => DiagnosticFixes;
}

/** What helps against a finding, and what would if it could be written where the finding is. */
export interface DiagnosticFixes {
  readonly fixes: readonly ProtocolFix[];
  readonly refused: readonly RefusedFix[];
}

/** An open document, and the configuration that it is a part of or stands for. */
export interface Placed {
  readonly document: OpenDocument;
  readonly config: ResolvedConfiguration;
}

/** What there is to say about open documents as they are now. */
export interface Reports {
  readonly of: (uri: string) => Promise<Report | undefined>;
  /** Undefined where the document is not open. */
  readonly configurationOf: (uri: string) => Promise<Placed | undefined>;
}

/** Each analysis is made when its document has changed, or a file that it reads; what a report asks again is there. */
export function createReports(documents: Documents, analyses: Analyses, client: Client): Reports {
  const telling: Telling = { documents, client, kept: createKeptDiagnostics() };
  return {
    of: async (uri) => {
      const own = await analyses.of(uri);
      return own && reportOn(own, await judgingAmong(own, documents, analyses), telling);
    },
    configurationOf: async (uri) => {
      const own = await analyses.of(uri);
      if (!own) return undefined;
      const [{ result }] = await judgingAmong(own, documents, analyses);
      return { document: own.document, config: result.config };
    },
  };
}

/** What findings become diagnostics with. */
interface Telling {
  readonly documents: Documents;
  readonly client: Client;
  readonly kept: KeptDiagnostics;
}

/** Of the open documents those whose configurations judge one: it is a part of them, or stands for itself. */
async function judgingAmong(own: Analysis, documents: Documents, analyses: Analyses): Promise<Report['analyses']> {
  const { path, uri, key } = own.document;
  const byDeployment = new Map<string, Analysis>();
  for (const other of [...documents.all()]) {
    if (!isOnSameFileSystem(other.uri, uri)) continue;
    const analysis = other.key === key ? own : await analyses.of(other.uri);
    if (analysis && !analysis.result.project.isIgnored) byDeployment.set(analysis.result.deployment.id, analysis);
  }
  const members = [...byDeployment.values()].map(({ result: { deployment, config } }) => ({
    deployment,
    sources: config.files.map(({ id }) => id),
  }));
  const judging = projectOf(members).judging(path);
  const [first = own, ...others] = judging.flatMap(({ id }) => byDeployment.get(id) ?? []);
  return [first, ...others];
}

function reportOn(own: Analysis, judging: Report['analyses'], telling: Telling): Report {
  const { document } = own;
  const { documents, kept } = telling;
  const files = analysedFiles(judging, document, documents.get);
  const found = findingsIn(judging);
  const findings = found.get(document.path) ?? [];
  const diagnostics = diagnosticsOf(findings, files, telling);
  const elsewhere = elsewhereBy(own, judging, judging.length === 1 ? found : findingsIn([own]), telling);
  return {
    document,
    revision: [...new Set([own, ...judging])].map(({ id }) => id).join('.'),
    resultId: () => contentId([kept.idOf(diagnostics), ...elsewhere]),
    diagnostics,
    elsewhere,
    analyses: judging,
    fixesOf: (shown) => fixesOf(shown, findings, files),
  };
}

/** By path, each once. */
function findingsIn(analyses: readonly Analysis[]): ReadonlyMap<string, readonly Finding[]> {
  const results = analyses.map(({ result }) => rootResultOf(result));
  return new Map(reportsByFile(results).map(({ source, findings }) => [source, findings]));
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
  judging: Report['analyses'],
  found: ReturnType<typeof findingsIn>,
  telling: Telling,
): Report['elsewhere'] {
  const { documents } = telling;
  const files = analysedFiles([own], own.document, documents.get);
  const elsewhere = new Map<string, readonly Diagnostic[]>();
  for (const [path, findings] of judging.includes(own) ? found : []) {
    const uri = files.uriOf(path);
    if (path === own.document.path || findings.length === 0 || documents.get(uri)) continue;
    elsewhere.set(uri, diagnosticsOf(findings, files, telling));
  }
  for (const { path, problems } of own.result.project.sources)
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

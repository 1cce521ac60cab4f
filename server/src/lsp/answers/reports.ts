import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type ConfigurationProblem, cap, type Finding } from '../../core/service.js';
import type { ClientFeatures } from '../client-features.js';
import type { Documents } from '../documents/documents.js';
import type { OpenDocument } from '../documents/open-document.js';
import { isOnSameFileSystem } from '../documents/uris.js';
import { DIAGNOSTIC_SOURCE } from '../protocol.js';
import type { Analyses, Analysis } from './analysis.js';
import { type AnalysedFiles, analysedFiles, diagnosticOf, protocolRange } from './diagnostics.js';
import { type ProtocolFix, protocolFixOf } from './protocol-fix.js';

/** What there is to say about an open document. */
export interface Report {
  readonly document: OpenDocument;
  /** The same as long as the report is. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings of this document's configuration in files that are not open, by address. */
  readonly elsewhere: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The analyses that it comes from: its own, or those of the open documents that include it. */
  readonly analyses: readonly Analysis[];
  /** The fixes of a diagnostic that the client shows; none for one that this report does not have. */
  readonly fixesOf: (shown: Diagnostic) => readonly ProtocolFix[];
}

export interface Reports {
  readonly of: (uri: string) => Promise<Report | undefined>;
}

export function createReports(documents: Documents, analyses: Analyses, features: ClientFeatures): Reports {
  const filesOf = (analysis: Analysis) => analysedFiles(analysis, documents.get);

  /** Open documents whose configuration reads this one: it is judged as the part of them that it is. */
  const rootsOf = async (document: OpenDocument): Promise<readonly Analysis[]> => {
    const roots: Analysis[] = [];
    for (const other of [...documents.all()]) {
      if (other.key === document.key || !isOnSameFileSystem(other.uri, document.uri)) continue;
      const analysis = await analyses.of(other.uri);
      if (analysis?.result.config.files.some(({ path }) => path === document.path)) roots.push(analysis);
    }
    return roots;
  };

  return {
    of: async (uri) => {
      const own = await analyses.of(uri);
      if (!own) return undefined;
      const roots = await rootsOf(own.document);
      const judging = roots.length > 0 ? roots : [own];
      const { path } = own.document;
      return {
        document: own.document,
        resultId: [own, ...roots].map(({ id }) => id).join('.'),
        diagnostics: withoutRepeats(
          judging.flatMap((analysis) => diagnosticsAt(path, analysis, filesOf(analysis), features)),
        ),
        elsewhere: diagnosticsElsewhere(own, filesOf(own), documents, features),
        analyses: judging,
        fixesOf: (shown) => fixesOf(shown, path, judging, filesOf),
      };
    },
  };
}

function diagnosticsAt(
  path: string,
  { result }: Analysis,
  files: AnalysedFiles,
  features: ClientFeatures,
): Diagnostic[] {
  const own = result.findings.filter(({ at }) => at.source === path);
  return cap(own).flatMap((finding) => asList(finding, files, features));
}

/** The same rule at the same place with the same words is the same finding; the first analysis that has it decides. */
function fixesOf(
  { code, message, range }: Diagnostic,
  path: string,
  analyses: readonly Analysis[],
  filesOf: (analysis: Analysis) => AnalysedFiles,
): readonly ProtocolFix[] {
  for (const analysis of analyses) {
    const files = filesOf(analysis);
    const found = analysis.result.findings.find((finding) => {
      if (finding.at.source !== path || finding.rule !== code || finding.message !== message) return false;
      const start = protocolRange(finding.at, files)?.start;
      return start?.line === range.start.line && start.character === range.start.character;
    });
    if (found) return found.fixes().map((fix) => protocolFixOf(fix, files));
  }
  return [];
}

function diagnosticsElsewhere(
  { document, result }: Analysis,
  files: AnalysedFiles,
  documents: Documents,
  features: ClientFeatures,
) {
  const elsewhere = new Map<string, Diagnostic[]>();
  for (const [path, own] of findingsByPath(result.findings)) {
    const uri = files.uriOf(path);
    if (path === document.path || documents.get(uri)) continue;
    elsewhere.set(
      uri,
      cap(own).flatMap((finding) => asList(finding, files, features)),
    );
  }
  for (const { path, problems } of result.project.sources) elsewhere.set(files.uriOf(path), problems.map(mistakeIn));
  return elsewhere;
}

function findingsByPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byPath.get(finding.at.source);
    if (own) own.push(finding);
    else byPath.set(finding.at.source, [finding]);
  }
  return byPath;
}

/** A mistake in the project's configuration file: it must not go unseen, for what it says then has no effect. */
function mistakeIn({ message, range }: ConfigurationProblem): Diagnostic {
  return { message, range, severity: DiagnosticSeverity.Warning, source: DIAGNOSTIC_SOURCE };
}

function asList(finding: Finding, files: AnalysedFiles, features: ClientFeatures): Diagnostic[] {
  const diagnostic = diagnosticOf(finding, files, features);
  return diagnostic ? [diagnostic] : [];
}

/** Two roots that include a file mostly say the same of it. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, range: { start, end }, message }) => {
    const identity = [code, start.line, start.character, end.line, end.character, message].join(' ');
    return !seen.has(identity) && seen.add(identity);
  });
}

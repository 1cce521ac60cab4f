import { type FileReader, NO_FILES } from './config/file-reader.js';
import { loadConfiguration } from './config/load-configuration.js';
import type { Location } from './config/occurrence.js';
import { chooseTarget } from './config/reading/target-choice.js';
import { hostedDeployment } from './hosts/deployment-of.js';
import type { Reread } from './hosts/edits/write-region.js';
import { type HostDocument, hostDocument } from './hosts/host-document.js';
import type { HostedServer, HostTools, NotAnalysed } from './hosts/host-reading.js';
import { readHost } from './hosts/read-host.js';
import type { YamlLibrary } from './hosts/yaml/yaml-library.js';
import type { ProjectConfiguration } from './lint/project-configuration/find-project-configuration.js';
import type { DocumentKind } from './project/recognise.js';
import type { LintRequest, LintResult, Service } from './service.js';
import type { TextEncoding } from './syntax/bytes.js';

export { maySpeak } from './hosts/read-host.js';

/** A document that may start servers, and who says how they are judged. */
export interface DocumentRequest extends Omit<LintRequest, 'file' | 'id' | 'place' | 'dialect' | 'before'> {
  readonly kind: DocumentKind;
  readonly text: string;
  readonly encoding?: TextEncoding | undefined;
  /** What it was answered the last time. */
  readonly before?: DocumentResult | undefined;
}

/** What a document came to. */
export interface DocumentResult {
  readonly document: HostDocument;
  /** What `.redis-conf-lint.json` says of it. */
  readonly project: ProjectConfiguration;
  /** The project leaves it out, or all of its kind: nothing was read of it. */
  readonly isLeftOut: boolean;
  /** One a server, in the order of the document. */
  readonly results: readonly LintResult[];
  /** Where something of Redis' stands that was not read. */
  readonly notAnalysed: readonly { readonly at: Location; readonly reason: NotAnalysed['reason'] }[];
}

/** What hosts need of core for documents that hold configurations. */
export interface DocumentService {
  readonly lint: (request: DocumentRequest) => DocumentResult;
}

/** @param yaml loads the library when a document needs it */
export function createDocumentService(service: Service, yaml: () => YamlLibrary): DocumentService {
  return Object.freeze({
    lint: (request: DocumentRequest): DocumentResult => {
      const { kind, path, text, encoding, reader = NO_FILES, before } = request;
      const document = hostDocument(kind, path, text, encoding);
      const project = projectOf(service, request, document);
      if (project.isIgnored || !project.embedded.includes(kind)) {
        return { document, project, isLeftOut: true, results: [], notAnalysed: [] };
      }
      const reading = readHost(document, { yaml, reader });
      const reread: Reread = { before: { document, reading }, again: readAgain(document, { yaml, reader }), yaml };
      const { servers, notAnalysed } = reading;
      const results = servers.map((server) => {
        const kept = before?.results.find(({ deployment }) => deployment.id === `${path}#${server.id}`);
        return lintServer(service, document, server, { ...request, project, before: kept, reread });
      });
      return {
        document,
        project,
        isLeftOut: false,
        results,
        notAnalysed: notAnalysed.map(({ at, reason }) => ({ at: document.locationOf(at), reason })),
      };
    },
  });
}

/** Another text may stand in its place, or in that of a document beside it. */
function readAgain(document: HostDocument, { yaml, reader }: HostTools): Reread['again'] {
  return (path, text) => {
    if (path === document.path) {
      const now = hostDocument(document.kind, path, text);
      return { document: now, reading: readHost(now, { yaml, reader }) };
    }
    const readFile: FileReader['readFile'] = (wanted) =>
      wanted === path ? { status: 'found', text } : reader.readFile(wanted);
    return { document, reading: readHost(document, { yaml, reader: { ...reader, readFile } }) };
  };
}

/** What stands around a document tells nothing of the target: it does so itself. */
function projectOf(
  service: Service,
  { path, target, ...request }: DocumentRequest,
  { source: { file } }: HostDocument,
) {
  const named = target ?? chooseTarget(path, file, undefined).target.value;
  return service.lookAround({ ...request, path, file, target: named, before: undefined }).project;
}

type ServerRequest = Omit<DocumentRequest, 'before'> &
  Pick<DocumentResult, 'project'> & { readonly before: LintResult | undefined; readonly reread: Reread };

function lintServer(
  service: Service,
  document: HostDocument,
  server: HostedServer,
  { kind: _, text: _text, encoding: _encoding, project, reread, ...request }: ServerRequest,
): LintResult {
  const { reader = NO_FILES, cache, path } = request;
  const asked: LintRequest = { ...request, file: document.source.file };
  const named = request.target ?? project.target ?? request.defaults?.target;
  const deployment = hostedDeployment({
    document,
    server,
    target: named && { value: named, by: request.target || !project.target ? 'setting' : 'project' },
    reader,
    around: request.root,
    isDevelopment: (request.options?.profile ?? project.profile) === 'development',
    reread,
  });
  const config = loadConfiguration({ deployment, reader, cache });
  const result = service.judge({ deployment, disagreeing: [], project, config }, asked);
  if (!server.isOverlay) return result;
  return { ...result, findings: result.findings.filter(({ at }) => at.source === path) };
}

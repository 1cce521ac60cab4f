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
import type { LintRequest, LintResult, Loaded, Service } from './service.js';
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

/** What a document starts, read and not judged yet. */
export interface LoadedDocument extends Omit<DocumentResult, 'results'> {
  /** One a server, in the order of the document. */
  readonly servers: readonly LoadedServer[];
}

interface LoadedServer {
  readonly loaded: Loaded;
  /** What it was read for. */
  readonly asked: LintRequest;
  /** Its document adds to another one: only what stands in it is its own. */
  readonly isOverlay: boolean;
}

/** What hosts need of core for documents that hold configurations. */
export interface DocumentService {
  /** Reads the document and all that its servers read. */
  readonly load: (request: DocumentRequest) => LoadedDocument;
  /** What the rules say of what was read. `before`: what the document was answered the last time. */
  readonly judge: (loaded: LoadedDocument, before?: Pick<DocumentResult, 'results'>) => DocumentResult;
  /** Reads and judges. */
  readonly lint: (request: DocumentRequest) => DocumentResult;
}

/** @param yaml loads the library when a document needs it */
export function createDocumentService(service: Service, yaml: () => YamlLibrary): DocumentService {
  const load: DocumentService['load'] = (request) => {
    const { kind, path, text, encoding, reader = NO_FILES } = request;
    const document = hostDocument(kind, path, text, encoding);
    const project = projectOf(service, request, document);
    if (project.isIgnored || !project.embedded.includes(kind)) {
      return { document, project, isLeftOut: true, servers: [], notAnalysed: [] };
    }
    const reading = readHost(document, { yaml, reader });
    const reread: Reread = { before: { document, reading }, again: readAgain(document, { yaml, reader }), yaml };
    const { servers, notAnalysed } = reading;
    return {
      document,
      project,
      isLeftOut: false,
      servers: servers.map((server) => loadServer(document, server, { ...request, project, reread })),
      notAnalysed: notAnalysed.map(({ at, reason }) => ({ at: document.locationOf(at), reason })),
    };
  };
  const judge: DocumentService['judge'] = ({ servers, ...loaded }, before) => {
    const results = servers.map((server) => {
      const kept = before?.results.find(({ deployment }) => deployment.id === server.loaded.deployment.id);
      return judgeServer(service, loaded.document, server, kept);
    });
    return { ...loaded, results };
  };
  return Object.freeze({ load, judge, lint: (request: DocumentRequest) => judge(load(request), request.before) });
}

function judgeServer(
  service: Service,
  { path }: HostDocument,
  { loaded, asked, isOverlay }: LoadedServer,
  before: LintResult | undefined,
): LintResult {
  const result = service.judge(loaded, { ...asked, before });
  if (!isOverlay) return result;
  return { ...result, findings: result.findings.filter(({ at }) => at.source === path) };
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

type ServerRequest = DocumentRequest & Pick<DocumentResult, 'project'> & { readonly reread: Reread };

function loadServer(
  document: HostDocument,
  server: HostedServer,
  { kind: _, text: _text, encoding: _encoding, before: _before, project, reread, ...request }: ServerRequest,
): LoadedServer {
  const { reader = NO_FILES, cache } = request;
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
  return { loaded: { deployment, disagreeing: [], project, config }, asked, isOverlay: server.isOverlay ?? false };
}

export { mayBeOverlay } from './hosts/compose/compose-file.js';
export type { YamlLibrary } from './hosts/yaml/yaml-library.js';

import type { DocumentRequest, DocumentResult, DocumentService } from '../../core/document-service.js';
import {
  type DocumentKind,
  dialectOfName,
  type FileReader,
  hostKindOf,
  kindOfLanguage,
  type LintRequest,
  type LintResult,
  type LoadCache,
  parseFile,
  type ResolvedConfiguration,
  type Service,
  textOf,
} from '../../core/service.js';
import { isMute, type OpenDocument } from '../documents/open-document.js';
import { pathOf } from '../documents/uris.js';
import type { Settings } from '../settings.js';

/** What the rules say of a document. */
export interface Judged {
  /** One a server: of a configuration exactly one. */
  readonly results: readonly LintResult[];
  /** Where a document of another kind speaks of a server and was not read. */
  readonly notAnalysed: DocumentResult['notAnalysed'];
}

/** A document as it is, with all that decides how it is read. */
export interface Subject {
  readonly document: OpenDocument;
  readonly settings: Settings;
  /** The folder outside of which nothing was read. */
  readonly root: string | undefined;
  /** The workspace folder. */
  readonly folder: string | undefined;
}

/** What reads documents of every kind. */
export interface Engines {
  readonly service: Service;
  readonly documentService: DocumentService;
  readonly cache: LoadCache;
}

/**
 * Reads a document. `isWhole`: whether all files that were asked for were there; where they were not, what decides how
 * the others are read may be among them, and nothing more is read.
 */
export function read(
  subject: Subject,
  reader: FileReader,
  isWhole: () => boolean,
  { service, documentService, cache }: Engines,
): ((before: Judged | undefined) => Judged) | undefined {
  const { document } = subject;
  if (document.traces === undefined) {
    const request = requestFor(subject, reader, cache);
    const around = service.lookAround(request);
    if (!isWhole()) return undefined;
    const loaded = service.load(request, around);
    if (!isWhole()) return undefined;
    return (before) => {
      const result = service.judge(loaded, { ...request, before: before?.results[0] });
      return { results: [result], notAnalysed: [] };
    };
  }
  const request = isMute(document) ? undefined : documentRequestFor(subject, textOf(document.file), reader, cache);
  if (!request) return () => NOTHING;
  const loaded = documentService.load(request);
  if (!isWhole()) return undefined;
  return (before) => {
    const { results, notAnalysed } = documentService.judge(loaded, before);
    return { results, notAnalysed };
  };
}

const NOTHING: Judged = { results: [], notAnalysed: [] };

/** What a document would come to with another text, and with the texts of other files that the reader knows. */
export function judgedAs(
  { document, ...rest }: Subject,
  text: string,
  reader: FileReader,
  { service, documentService, cache }: Engines,
): readonly LintResult[] {
  const { rules, encoding } = document.file;
  const subject = { ...rest, document: { ...document, file: parseFile(text, { rules, encoding }) } };
  if (document.traces === undefined) return [service.lint(requestFor(subject, reader, cache))];
  const request = documentRequestFor(subject, text, reader, cache);
  return request ? documentService.lint(request).results : [];
}

/** The configurations in a document of another kind, as if it had another text; they are not judged. */
export function configurationsAs(
  subject: Subject,
  text: string,
  reader: FileReader,
  { documentService, cache }: Engines,
): readonly ResolvedConfiguration[] {
  const request = documentRequestFor(subject, text, reader, cache);
  return request ? documentService.load(request).servers.map(({ loaded }) => loaded.config) : [];
}

function requestFor(subject: Subject, reader: FileReader, cache: LoadCache): LintRequest {
  const { document } = subject;
  const { file } = document;
  return { ...commonRequest(subject, reader, cache), file, dialect: isCalledAcl(document) ? 'acl' : undefined };
}

/** Undefined: it starts no server, or nobody wants to hear of it. */
function documentRequestFor(
  subject: Subject,
  text: string,
  reader: FileReader,
  cache: LoadCache,
): DocumentRequest | undefined {
  const { document, settings } = subject;
  const kind = kindOf(document, text);
  if (!kind || !settings.embedded.includes(kind)) return undefined;
  return { ...commonRequest(subject, reader, cache), kind, text };
}

function kindOf({ path, languageId }: OpenDocument, text: string): DocumentKind | undefined {
  return hostKindOf(path, text) ?? kindOfLanguage(languageId);
}

function commonRequest({ document, folder, settings }: Subject, reader: FileReader, cache: LoadCache) {
  return {
    path: document.path,
    root: folder === undefined ? undefined : pathOf(folder),
    reader,
    cache,
    defaults: { target: settings.target, options: { severities: settings.severities } },
  };
}

/** By its language, where its name does not say the same: a language that follows from a name is no second opinion. */
function isCalledAcl({ languageId, path }: OpenDocument): boolean {
  return languageId === 'redis-acl' && dialectOfName(path) !== 'acl';
}

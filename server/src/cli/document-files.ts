import type { Dialect, Source } from '../core/config/occurrence.js';
import { documentShown } from '../core/config/showing/document-shown.js';
import type { Told } from '../core/config/told.js';
import { NEWEST_REDIS, type Target } from '../core/directives/target.js';
import { type DocumentResult, maySpeak } from '../core/document-service.js';
import type { HostedServerReport } from '../core/project/hosted-server.js';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  documentKindOf,
  hostKindOf,
  mayBeDocument,
} from '../core/project/recognise.js';
import { eachOnce } from '../core/text/each-once.js';
import { comparePositions } from '../core/text/span.js';
import type { DocumentReport, FileReport } from './report.js';

/** Why a document that somebody named is not analysed. */
export const NO_REDIS = 'no Redis in it';

/** In characters: as much of a file is looked at to know whether it is a document that starts servers. */
export const LARGEST_DOCUMENT = 1_000_000;

const WORDS: Readonly<Record<NotAnalysed['reason'], string>> = {
  'alias-depth': 'its aliases are nested too deep',
  'not-valid': 'it is not valid YAML',
  template: 'a template makes it',
  'too-large': 'it is too large',
  undecodable: 'its text cannot be told from what is written',
};

type NotAnalysed = DocumentResult['notAnalysed'][number];

/** Why a piece of a document was not read, in words, to stand behind its place. */
export const describeNotAnalysed = ({ reason }: Pick<NotAnalysed, 'reason'>): string => WORDS[reason];

/**
 * The kind of document that a file is read as; undefined: it is a configuration. `none`: it is of a kind that may start
 * servers, and nothing tells of one.
 */
export function kindToReadAs(
  path: string,
  text: string,
  asked: Dialect | DocumentKind | undefined,
): DocumentKind | 'none' | undefined {
  if (asked !== undefined) return DOCUMENT_KINDS.find((kind) => kind === asked);
  return hostKindOf(path, text) ?? (mayBeDocument(path) ? 'none' : undefined);
}

/** Whether a file that was found in a folder starts servers, as far as one can tell without parsing it. */
export function maySpeakOfServers(path: string, text: string): boolean {
  // To look for names costs less than to tell the kind, and most files hold none; nothing is taken for more than compose.
  if (!maySpeak({ kind: documentKindOf(path) ?? 'compose', path, text })) return false;
  const kind = hostKindOf(path, text);
  return kind !== undefined && maySpeak({ kind, path, text });
}

/** A document that was read, or that says something of a server. */
export interface KnownDocument extends Pick<DocumentResult, 'notAnalysed'> {
  readonly kind: DocumentKind;
  readonly source: Source;
}

type DocumentFile = Pick<
  FileReport,
  'source' | 'as' | 'isReadAgainstName' | 'target' | 'disagreeing' | 'shown' | 'document'
>;

/** What is told of a document besides its findings; `all`: every server of the run. */
export function documentPart(
  { kind, source, notAnalysed }: KnownDocument,
  all: readonly HostedServerReport[],
): DocumentFile {
  const servers = all.filter((server) => server.source === source.id);
  const within = <Placed extends { readonly source: string }>(placed: readonly Placed[]) =>
    placed.filter((each) => each.source === source.id);
  const regions = eachOnce(
    all.flatMap((server) => within(server.regions)),
    ({ what, range }) => JSON.stringify([what, range]),
  );
  const variables = eachOnce(
    all.flatMap((server) => within(server.variables)),
    ({ name, range }) => JSON.stringify([name, range]),
  );
  const secrets = all.flatMap((server) => server.secrets.get(source.id) ?? []);
  const document: DocumentReport = {
    servers,
    regions: regions.toSorted((a, b) => comparePositions(a.range.start, b.range.start)),
    variables,
    notAnalysed,
  };
  return {
    source,
    as: kind,
    isReadAgainstName: false,
    target: servers[0]?.target ?? UNTOLD,
    disagreeing: [],
    shown: documentShown(source.file, {
      secrets: secrets.flatMap((each) => each.secrets),
      regions: secrets.flatMap((each) => each.regions),
    }),
    document,
  };
}

const UNTOLD: Told<Target> = { value: NEWEST_REDIS, by: 'default' };

/** A document that speaks of servers, none of which could be read. */
export function unservedFile(document: KnownDocument, path: string): Omit<FileReport, 'pathInProject'> {
  return {
    ...documentPart(document, []),
    path,
    starts: 'unknown',
    undecided: [],
    unread: [],
    takenFor: [],
    findings: [],
  };
}

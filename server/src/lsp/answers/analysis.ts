import {
  createLoadCache,
  type FileReader,
  type LintRequest,
  type LintResult,
  type LoadCache,
  parseFile,
  type Service,
} from '../../core/service.js';
import type { Documents } from '../documents/documents.js';
import type { FileSnapshots } from '../documents/file-snapshots.js';
import { type OpenDocument, withFile } from '../documents/open-document.js';
import { pathOf } from '../documents/uris.js';
import type { WorkspaceAccess } from '../documents/workspace-access.js';
import type { Host } from '../host.js';
import type { Settings, SettingsStore } from '../settings.js';

/** What the engine says of one version of an open document, as the root of a configuration. */
export interface Analysis {
  /** Differs from analysis to analysis. */
  readonly id: number;
  readonly document: OpenDocument;
  readonly settings: Settings;
  /** The folder outside of which nothing was read. */
  readonly root: string | undefined;
  /** The workspace folder. */
  readonly folder: string | undefined;
  readonly result: LintResult;
  readonly asked: ReadonlyMap<string, string>;
}

export interface Analyses {
  /** The analysis of a document as it is now; undefined when it is not open. */
  readonly of: (uri: string) => Promise<Analysis | undefined>;
  /** The last one, which may be out of date. */
  readonly last: (uri: string) => Analysis | undefined;
  readonly forget: (uri: string) => void;
  /** What an analysis would come to if some files (by path) had other texts. */
  readonly withTexts: (analysis: Analysis, texts: ReadonlyMap<string, string>) => LintResult;
}

interface Parts {
  readonly service: Service;
  readonly documents: Documents;
  readonly files: FileSnapshots;
  readonly settings: SettingsStore;
  readonly access: WorkspaceAccess;
  readonly host: Pick<Host, 'after'>;
  /** Files came in after an analysis was given without them. */
  readonly onLateFiles: () => void;
}

/** How long an analysis waits for included files before it is given without them. */
const PATIENCE_MILLISECONDS = 300;
/** Includes in includes: each round finds the next level. */
const MOST_ROUNDS = 34;

export function createAnalyses(parts: Parts): Analyses {
  const { service, documents, files, settings, access, host, onLateFiles } = parts;
  const byKey = new Map<string, Analysis>();
  const cache = createLoadCache();
  let analysed = 0;

  const isCurrent = (analysis: Analysis, document: OpenDocument, now: Settings) =>
    analysis.document.version === document.version &&
    analysis.settings === now &&
    analysis.root === access.rootOf(document, now) &&
    analysis.folder === access.folderOf(document) &&
    files.isCurrent(analysis.asked);

  const isHeldBack = (analysis: Analysis, document: OpenDocument, now: Settings) =>
    now.run === 'onSave' && analysis.settings === now && document.version !== document.savedVersion;

  /** Files are fetched while they are found to be missing; rules run once, when all are there or patience has ended. */
  const analyse = async (uri: string): Promise<Analysis | undefined> => {
    let rounds = 0;
    for (;;) {
      const answer = settings.of(uri);
      const inForce = answer instanceof Promise ? await answer : answer;
      const document = documents.get(uri);
      if (!document) return undefined;
      const known = byKey.get(document.key);
      if (known && (isHeldBack(known, document, inForce) || isCurrent(known, document, inForce))) return known;
      const root = access.rootOf(document, inForce);
      const questions = files.questionsOf(document, root);
      const folder = access.folderOf(document);
      const request = requestFor(document, folder, inForce, questions.reader, cache);
      const waits = () => questions.open.length > 0 && rounds < MOST_ROUNDS;
      const around = service.lookAround(request);
      const loaded = waits() ? undefined : service.load(request, around);
      if (loaded && !waits()) {
        const result = service.judge(loaded, request);
        const { asked } = questions;
        const analysis = { id: ++analysed, document, settings: inForce, root, folder, result, asked };
        byKey.set(document.key, analysis);
        adoptReading(documents, analysis);
        return analysis;
      }
      const fetching = files.fetch(questions.open);
      rounds++;
      if (await isInTime(fetching, host)) continue;
      rounds = MOST_ROUNDS;
      void fetching.then(onLateFiles, () => undefined);
    }
  };

  return {
    of: analyse,
    last: (uri) => {
      const document = documents.get(uri);
      return document && byKey.get(document.key);
    },
    forget: (key) => {
      byKey.delete(key);
    },
    withTexts: ({ document, settings, root, folder }, texts) => {
      const { reader } = files.questionsOf(document, root);
      const text = texts.get(document.path);
      const { rules, encoding, region } = document.file;
      const file = text === undefined ? document.file : parseFile(text, { rules, encoding, region });
      return service.lint(requestFor({ ...document, file }, folder, settings, withTexts(reader, texts), cache));
    },
  };
}

function withTexts(reader: FileReader, texts: ReadonlyMap<string, string>): FileReader {
  const readFile: FileReader['readFile'] = (path) => {
    const text = texts.get(path);
    return text === undefined ? reader.readFile(path) : { status: 'found', text };
  };
  return { ...reader, readFile };
}

function requestFor(
  document: OpenDocument,
  folder: string | undefined,
  settings: Settings,
  reader: FileReader,
  cache: LoadCache,
): LintRequest {
  return {
    path: document.path,
    file: document.file,
    root: folder === undefined ? undefined : pathOf(folder),
    dialect: document.languageId === 'redis-acl' ? 'acl' : undefined,
    reader,
    cache,
    defaults: { target: settings.target, options: { severities: settings.severities } },
  };
}

/** The next edit goes on from the file as the target reads it, so that its other lines are not split again. */
function adoptReading(documents: Documents, { document, result }: Analysis): void {
  const { file } = result.config.root;
  if (file !== document.file) documents.replace(document, withFile(document, file));
}

/** Whether some work is done before patience ends. */
function isInTime(work: Promise<unknown>, { after }: Pick<Host, 'after'>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    work.then(() => resolve(true), reject);
    after(PATIENCE_MILLISECONDS, () => resolve(false));
  });
}

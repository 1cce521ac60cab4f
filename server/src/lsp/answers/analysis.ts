import {
  createLoadCache,
  dialectOfName,
  type FileReader,
  type LintRequest,
  type LintResult,
  type LoadCache,
  type Loaded,
  parseFile,
  type Service,
} from '../../core/service.js';
import type { Documents } from '../documents/documents.js';
import type { FileQuestions, FileSnapshots } from '../documents/file-snapshots.js';
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

/** The analyses of open documents: each is made once for what it says, and kept while that holds. */
export interface Analyses {
  /** The analysis of a document as it is now; undefined when it is not open. */
  readonly of: (uri: string) => Promise<Analysis | undefined>;
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

/** Its analyses live as long as the session: those of a document until it is closed. */
export function createAnalyses(parts: Parts): Analyses {
  let analysed = 0;
  const held: Held = { ...parts, byKey: new Map(), cache: createLoadCache(), nextId: () => ++analysed };
  return {
    of: (uri) => analyse(uri, held),
    forget: (key) => {
      held.byKey.delete(key);
    },
    withTexts: (analysis, texts) => lintWithTexts(analysis, texts, held),
  };
}

/** What lives as long as the session does. */
interface Held extends Parts {
  readonly byKey: Map<string, Analysis>;
  readonly cache: LoadCache;
  readonly nextId: () => number;
}

/** Files are fetched while they are found to be missing; rules run once, when all are there or patience has ended. */
async function analyse(uri: string, held: Held): Promise<Analysis | undefined> {
  const { byKey, files, onLateFiles, host } = held;
  let rounds = 0;
  for (;;) {
    const subject = await subjectOf(uri, held);
    if (!subject) return undefined;
    const known = byKey.get(subject.document.key);
    if (known && stillHolds(known, subject, held)) return known;
    const same = known && retold(known, subject, held);
    if (same) return keep(same, held);
    const { request, questions } = askedOf(subject, held);
    const loaded = rounds < MOST_ROUNDS ? loadWhole(request, questions, held) : held.service.load(request);
    if (loaded) {
      const result = held.service.judge(loaded, { ...request, before: known?.result });
      return keep({ ...subject, result, asked: questions.asked }, held);
    }
    const fetching = files.fetch(questions.open);
    rounds++;
    if (await isInTime(fetching, host)) continue;
    rounds = MOST_ROUNDS;
    void fetching.then(onLateFiles, () => undefined);
  }
}

/** An open document as it is now, with all that decides what may be read for it. */
type Subject = Pick<Analysis, 'document' | 'settings' | 'root' | 'folder'>;

async function subjectOf(uri: string, { settings, documents, access }: Held): Promise<Subject | undefined> {
  const answer = settings.of(uri);
  const inForce = answer instanceof Promise ? await answer : answer;
  const document = documents.get(uri);
  if (!document) return undefined;
  const [root, folder] = [access.rootOf(document, inForce), access.folderOf(document)];
  return { document, settings: inForce, root, folder };
}

/** Whether an analysis says what another one would say now, or is not to be replaced before the document is saved. */
function stillHolds(known: Analysis, now: Subject, { files }: Held): boolean {
  if (known.settings !== now.settings) return false;
  const { version, savedVersion } = now.document;
  if (now.settings.run === 'onSave' && version !== savedVersion) return true;
  return known.document.version === version && isReadAlike(known, now, files);
}

/** Whether nothing but the text of the document can make a difference. */
function isReadAlike(known: Analysis, now: Subject, files: FileSnapshots): boolean {
  return known.root === now.root && known.folder === now.folder && files.isCurrent(known.asked);
}

/** What is known of a document in which prose was written since. */
function retold(known: Analysis, now: Subject, { files, service }: Held): Omit<Analysis, 'id'> | undefined {
  const isKnownAs = known.document.languageId === now.document.languageId && known.settings === now.settings;
  if (!isKnownAs || !isReadAlike(known, now, files)) return undefined;
  const result = service.retold(known.result, now.document.file);
  return result && { ...now, result, asked: known.asked };
}

function askedOf(subject: Subject, { files, cache }: Held) {
  const { document, settings, root, folder } = subject;
  const questions = files.questionsOf(document, root);
  return { questions, request: requestFor(document, folder, settings, questions.reader, cache) };
}

/** Undefined where files are missing: those that decide how the document is read, or those that it includes. */
function loadWhole(request: LintRequest, { open }: FileQuestions, { service }: Held): Loaded | undefined {
  const around = service.lookAround(request);
  const isReadable = open.length === 0;
  if (!isReadable) return undefined;
  const loaded = service.load(request, around);
  const isWhole = open.length === 0;
  return isWhole ? loaded : undefined;
}

function keep(made: Omit<Analysis, 'id'>, { byKey, documents, nextId }: Held): Analysis {
  const analysis = { id: nextId(), ...made };
  byKey.set(made.document.key, analysis);
  adoptReading(documents, analysis);
  return analysis;
}

function lintWithTexts(
  { document, settings, root, folder }: Analysis,
  texts: ReadonlyMap<string, string>,
  { files, cache, service }: Held,
): LintResult {
  const { reader } = files.questionsOf(document, root);
  const text = texts.get(document.path);
  const { rules, encoding } = document.file;
  const file = text === undefined ? document.file : parseFile(text, { rules, encoding });
  return service.lint(requestFor({ ...document, file }, folder, settings, withTexts(reader, texts), cache));
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
    dialect: isCalledAcl(document) ? 'acl' : undefined,
    reader,
    cache,
    defaults: { target: settings.target, options: { severities: settings.severities } },
  };
}

/** By its language, where its name does not say the same: a language that follows from a name is no second opinion. */
function isCalledAcl({ languageId, path }: OpenDocument): boolean {
  return languageId === 'redis-acl' && dialectOfName(path) !== 'acl';
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

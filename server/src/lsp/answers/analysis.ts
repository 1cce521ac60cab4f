import type { DocumentService } from '../../core/document-service.js';
import {
  createLoadCache,
  type FileReader,
  type LintResult,
  type LoadCache,
  type ResolvedConfiguration,
  type Service,
  textOf,
} from '../../core/service.js';
import type { Documents } from '../documents/documents.js';
import type { FileSnapshots } from '../documents/file-snapshots.js';
import { isMute, withFile } from '../documents/open-document.js';
import type { WorkspaceAccess } from '../documents/workspace-access.js';
import type { Host } from '../host.js';
import { DEFAULT_SETTINGS, type SettingsStore } from '../settings.js';
import { configurationsAs, type Judged, judgedAs, read, type Subject } from './readings.js';

/** What the engine says of one version of an open document: as the root of a configuration, or of those in it. */
export interface Analysis extends Subject, Judged {
  /** Differs from analysis to analysis. */
  readonly id: number;
  readonly asked: ReadonlyMap<string, string>;
}

/** The analyses of open documents: each is made once for what it says, and kept while that holds. */
export interface Analyses {
  /** The analysis of a document as it is now; undefined when it is not open. */
  readonly of: (uri: string) => Promise<Analysis | undefined>;
  readonly forget: (uri: string) => void;
  /** What an analysis would come to if some files (by path) had other texts. */
  readonly withTexts: (analysis: Analysis, texts: ReadonlyMap<string, string>) => readonly LintResult[];
  /** The configurations in a document of another kind, if it had another text. */
  readonly configurationsAs: (analysis: Analysis, text: string) => readonly ResolvedConfiguration[];
}

interface Parts {
  readonly service: Service;
  readonly documentService: DocumentService;
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
    withTexts: (analysis, texts) => {
      const text = texts.get(analysis.document.path) ?? textOf(analysis.document.file);
      return judgedAs(analysis, text, withTexts(readerFor(analysis, held), texts), held);
    },
    configurationsAs: (analysis, text) => configurationsAs(analysis, text, readerFor(analysis, held), held),
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
    const questions = files.questionsOf(subject.document, subject.root);
    const isWhole = () => rounds >= MOST_ROUNDS || questions.open.length === 0;
    const judge = read(subject, questions.reader, isWhole, held);
    if (judge) return keep({ ...subject, ...judge(known), asked: questions.asked }, held);
    const fetching = files.fetch(questions.open);
    rounds++;
    if (await isInTime(fetching, host)) continue;
    rounds = MOST_ROUNDS;
    void fetching.then(onLateFiles, () => undefined);
  }
}

async function subjectOf(uri: string, { settings, documents, access }: Held): Promise<Subject | undefined> {
  const opened = documents.get(uri);
  if (opened && isMute(opened))
    return { document: opened, settings: DEFAULT_SETTINGS, root: undefined, folder: undefined };
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
  const [result] = known.results;
  const isKnownAs = known.document.languageId === now.document.languageId && known.settings === now.settings;
  if (!result || !isKnownAs || !isReadAlike(known, now, files)) return undefined;
  const same = service.retold(result, now.document.file);
  return same && { ...now, results: [same], notAnalysed: [], asked: known.asked };
}

function keep(made: Omit<Analysis, 'id'>, { byKey, documents, nextId }: Held): Analysis {
  const analysis = { id: nextId(), ...made };
  byKey.set(made.document.key, analysis);
  adoptReading(documents, analysis);
  return analysis;
}

function readerFor({ document, root }: Analysis, { files }: Held): FileReader {
  return files.questionsOf(document, root).reader;
}

function withTexts(reader: FileReader, texts: ReadonlyMap<string, string>): FileReader {
  const readFile: FileReader['readFile'] = (path) => {
    const text = texts.get(path);
    return text === undefined ? reader.readFile(path) : { status: 'found', text };
  };
  return { ...reader, readFile };
}

/** The next edit goes on from the file as the target reads it, so that its other lines are not split again. */
function adoptReading(documents: Documents, { document, results: [result] }: Analysis): void {
  if (!result || document.traces !== undefined) return;
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

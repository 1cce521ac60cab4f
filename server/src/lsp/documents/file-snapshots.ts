import type { FileLookup, FileReader, FolderLookup } from '../../core/service.js';
import { textOf } from '../../core/service.js';
import type { HostFiles } from '../host.js';
import type { Documents } from './documents.js';
import type { OpenDocument } from './open-document.js';
import { folderOf, keyOf, uriOf } from './uris.js';

/** What one analysis asked for: to be asked again when any of it has changed. */
export interface FileQuestions {
  readonly reader: FileReader;
  /** Addresses asked for, each with the state in which it was answered. */
  readonly asked: ReadonlyMap<string, string>;
  /** Addresses that were not known yet. */
  readonly open: readonly Question[];
}

/** A file or a folder that an analysis wants to know, by its address. */
export interface Question {
  readonly kind: 'file' | 'folder';
  readonly uri: string;
  /** The folder outside of which nothing is looked at. */
  readonly root: string | undefined;
}

/**
 * Files beside the open documents, fetched when they are asked for and kept until they change. Open documents win
 * over the disk.
 */
export interface FileSnapshots {
  readonly questionsOf: (document: OpenDocument, root: string | undefined) => FileQuestions;
  readonly fetch: (questions: readonly Question[]) => Promise<void>;
  /** Whether everything would be answered as before. */
  readonly isCurrent: (asked: ReadonlyMap<string, string>) => boolean;
  /** A file was made, changed or removed. */
  readonly forget: (uri: string) => void;
  /** The folders of all that was looked at. */
  readonly folders: () => ReadonlySet<string>;
  /** Fetches again what was fetched from these folders; answers whether anything is not as it was. */
  readonly recheck: (folders: ReadonlySet<string>) => Promise<boolean>;
}

interface Entry<Lookup> {
  readonly lookup: Lookup;
  readonly state: string;
}

const NOT_READ_YET = { status: 'unknown', reason: 'not-loaded', detail: 'it is being read' } as const;

/** `files`: where they are fetched from. */
export function createFileSnapshots(files: HostFiles, documents: Documents): FileSnapshots {
  let fetches = 0;
  const kept: Kept = { documents, entries: new Map(), nextState: () => `fetched ${++fetches}` };
  const { entries, nextState } = kept;
  const lookUp = ({ kind, uri, root }: Question) => (kind === 'file' ? files.readFile : files.listFolder)(uri, root);
  const fetchOne = async (question: Question) => {
    const lookup = await lookUp(question);
    entries.set(keyOfQuestion(question), { lookup, state: nextState() });
  };
  return {
    questionsOf: (document, root) => questionsOf(document, root, kept),
    fetch: async (questions) => {
      await Promise.all(questions.map(fetchOne));
    },
    isCurrent: (asked) => [...asked].every(([key, state]) => stateOf(key, kept) === state),
    forget: (uri) => forget(uri, kept),
    recheck: async (folders) => {
      const known = [...entries].filter(([key]) => folders.has(folderOfEntry(key)));
      const checks = known.map(async ([key, { lookup }]) => {
        const now = await lookUp(questionOf(key));
        if (JSON.stringify(now) === JSON.stringify(lookup)) return false;
        entries.set(key, { lookup: now, state: nextState() });
        return true;
      });
      return (await Promise.all(checks)).includes(true);
    },
    folders: () => {
      const looked = [...entries].filter(([, { lookup }]) => !isOutside(lookup));
      return new Set(looked.map(([key]) => folderOfEntry(key)));
    },
  };
}

/** Answers that were fetched, by the key of their question. */
interface Kept {
  readonly documents: Documents;
  readonly entries: Map<string, Entry<FileLookup | FolderLookup>>;
  readonly nextState: () => string;
}

function questionsOf({ uri: beside }: OpenDocument, root: string | undefined, kept: Kept): FileQuestions {
  const asked = new Map<string, string>();
  const open: Question[] = [];
  const ask = (question: Question): FileLookup | FolderLookup => {
    const key = keyOfQuestion(question);
    asked.set(key, stateOf(key, kept));
    const opened = question.kind === 'file' ? kept.documents.get(question.uri) : undefined;
    if (opened) return { status: 'found', text: textOf(opened.file) };
    const entry = kept.entries.get(key);
    if (!entry) open.push(question);
    return entry?.lookup ?? NOT_READ_YET;
  };
  const reader: FileReader = {
    readFile: (path) => ask({ kind: 'file', uri: uriOf(path, beside), root }) as FileLookup,
    listFolder: (path) => ask({ kind: 'folder', uri: uriOf(path, beside), root }) as FolderLookup,
  };
  return { reader, asked, open };
}

function stateOf(key: string, { documents, entries }: Kept): string {
  const { kind, uri } = questionOf(key);
  const document = kind === 'file' ? documents.get(uri) : undefined;
  return document ? `open ${document.version}` : (entries.get(key)?.state ?? 'unknown');
}

/** The listing of its folder may be another one too. */
function forget(uri: string, { entries }: Kept): void {
  const changed = keyOf(uri);
  for (const key of [...entries.keys()]) {
    const question = questionOf(key);
    if (question.uri === (question.kind === 'file' ? changed : folderOf(changed))) entries.delete(key);
  }
}

function isOutside(lookup: FileLookup | FolderLookup): boolean {
  return lookup.status === 'unknown' && lookup.reason === 'outside-root';
}

/** An entry's key. Addresses hold no blanks. */
function keyOfQuestion({ kind, uri, root = '' }: Question): string {
  return [kind, uri, root].join(' ');
}

function questionOf(key: string): Question {
  const [kind, uri = '', root] = key.split(' ');
  return { kind: kind === 'folder' ? 'folder' : 'file', uri, root: root || undefined };
}

function folderOfEntry(key: string): string {
  const { kind, uri } = questionOf(key);
  return kind === 'folder' ? uri : folderOf(uri);
}

import type { Dialect } from '../../config/occurrence.js';
import type { MappedText, OffsetSpan } from '../../text/mapped-text.js';
import type { ArgumentWord, HostedCommand } from '../host-reading.js';

/** A word of a command line, and where it stands in the document, with its quotes. */
export interface PlacedWord extends ArgumentWord {
  readonly at: OffsetSpan;
}

/** A command line that starts a server. */
export interface ServerCommand<Word extends PlacedWord = PlacedWord> {
  /** The word that names the program, with its path. */
  readonly program: Word;
  /** Without its path: `redis-server`. */
  readonly name: string;
  readonly words: readonly Word[];
}

const PROGRAM = /^(?:redis(?:-stack)?|valkey|keydb)-(?:server|sentinel)$/;
/** As the first word these make the program do something else, and end. */
const NO_SERVER: ReadonlySet<string> = new Set('-v --version -h --help --test-memory --check-system'.split(' '));

/** The server that a command line starts; undefined: it starts something else. */
export function serverCommand<Word extends PlacedWord>([program, ...words]: readonly Word[]):
  | ServerCommand<Word>
  | undefined {
  const name = program && fileNameOf(program.text);
  if (!program || !name || !PROGRAM.test(name) || NO_SERVER.has(words[0]?.text.text ?? '')) return undefined;
  return { program, name, words };
}

/** The last part of a path. */
export const fileNameOf = ({ text }: MappedText): string => text.slice(text.lastIndexOf('/') + 1);

/** The words as a server gets them. */
export function hostedCommand(
  id: string,
  words: readonly PlacedWord[],
  { name, anchor }: { readonly name: string; readonly anchor: OffsetSpan },
): HostedCommand {
  const [first, last] = [words[0], words.at(-1)];
  return {
    id,
    dialect: dialectOf(name, words),
    words,
    anchor,
    extent: first && last ? { start: first.at.start, end: last.at.end } : anchor,
  };
}

/** Both names are one program, which looks at its own name and at its options. */
function dialectOf(name: string, words: readonly PlacedWord[]): Dialect {
  const isSentinel = name.endsWith('-sentinel') || words.some(({ text }) => text.text === '--sentinel');
  return isSentinel ? 'sentinel' : 'server';
}

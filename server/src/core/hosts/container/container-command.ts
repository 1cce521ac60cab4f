import type { ImageFamily, Launch } from '../../config/host-facts.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import { userOfWrappers, withoutWrappers } from '../shell/wrappers.js';
import { fileNameOf, type PlacedWord, type ServerCommand, serverCommand } from '../words/server-command.js';
import { type ShellCommand, shellScript } from '../words/shell-script.js';

/** What a container is told to run, as far as that is a server. */
export interface ContainerCommand {
  readonly by: Launch['by'];
  /** What says so. */
  readonly at: OffsetSpan;
  readonly program: string;
  /** Behind the program's name. */
  readonly words: readonly PlacedWord[];
  readonly anchor: OffsetSpan;
  /** As whom a program before it runs it. */
  readonly user?: string | undefined;
  /** The script around it, where a shell runs it. */
  readonly script: readonly ShellCommand[];
}

const ENTRYPOINT = /^(?:docker-)?entrypoint\.sh$/;
const SCRIPT = /^\/opt\/bitnami\/scripts\/(redis|valkey)(?:-(?:cluster|sentinel))?\/run\.sh$/;
const SHELL = /^(?:ba|da|a|z)?sh$/;

/**
 * What the words behind an image come to: options alone and files go to the image's program, a shell may start one.
 * Undefined: it runs something else.
 */
export function containerCommand(
  words: readonly PlacedWord[],
  family: ImageFamily | undefined,
): ContainerCommand | undefined {
  const [first, ...rest] = words;
  if (!first) return undefined;
  if (ENTRYPOINT.test(fileNameOf(first.text)) && rest.length > 0) return containerCommand(rest, family);
  if (isOfImage(first, family)) {
    return { by: 'image', at: first.at, program: programOf(family), words, anchor: first.at, script: [] };
  }
  const script = scriptOfShell(words);
  if (script) return serverInScript(shellScript(script).commands, first.at);
  const own = withoutWrappers(words.map((word) => ({ ...word, isQuoted: false })));
  const command = scriptOfImage(own) ?? serverCommand(own);
  if (!command) return undefined;
  if (SCRIPT.test(first.text.text)) return { by: 'image', at: first.at, ...started(command), script: [] };
  const by = command.program.text.text.includes('/') ? 'absolute' : 'program';
  return { by, at: command.program.at, ...started(command), script: [] };
}

/** The script of an image that starts the server with what it is given. */
function scriptOfImage([program, ...words]: readonly PlacedWord[]): ServerCommand | undefined {
  const [script = '', product] = SCRIPT.exec(program?.text.text ?? '') ?? [];
  if (!program || product === undefined) return undefined;
  return { program, name: `${product}-${script.includes('-sentinel/') ? 'sentinel' : 'server'}`, words };
}

/** The program of an image that names none. */
export const programOf = (family: ImageFamily | undefined): string =>
  family === 'valkey' ? 'valkey-server' : 'redis-server';

/** The entrypoints of the official images put the program before options and files. */
function isOfImage({ text: { text } }: PlacedWord, family: ImageFamily | undefined): boolean {
  if (family !== 'redis' && family !== 'valkey') return family !== undefined && text.startsWith('--');
  return text.startsWith('-') || text.endsWith('.conf');
}

/** The script that a shell is given among the words of a command; undefined: it is no shell. */
export function scriptOfShell([shell, ...words]: readonly PlacedWord[]): PlacedWord | undefined {
  if (!shell || !SHELL.test(fileNameOf(shell.text))) return undefined;
  const at = words.findIndex(({ text: { text } }) => /^-[a-z]*c$/.test(text));
  return at < 0 ? undefined : words[at + 1];
}

/** The last server that a script starts, which is the one that stays. */
export function serverInScript(script: readonly ShellCommand[], at: OffsetSpan): ContainerCommand | undefined {
  const [command, user] =
    script
      .flatMap(({ words }) => {
        const server = serverCommand(withoutWrappers(words));
        return server ? [[server, userOfWrappers(words)?.text.text] as const] : [];
      })
      .at(-1) ?? [];
  return command && { by: 'shell', at, ...started(command), user, script };
}

const started = ({ program, name, words }: ServerCommand) => ({ program: name, words, anchor: program.at });

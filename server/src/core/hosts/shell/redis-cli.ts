import { type OffsetSpan, originOf } from '../../text/mapped-text.js';
import { fileNameOf } from '../words/server-command.js';
import type { ScriptWord, ShellCommand } from '../words/shell-script.js';

/** A call of `redis-cli` or `valkey-cli`, also by `docker exec` and its like. */
export interface CliCall {
  readonly command: ShellCommand;
  readonly program: ScriptWord;
  readonly words: readonly ScriptWord[];
}

const CLI = /^(?:redis|valkey|keydb)-cli$/;

/** The calls of the command line client among the commands of a script. */
export function cliCalls(commands: readonly ShellCommand[]): readonly CliCall[] {
  return commands.flatMap((command) => {
    const at = command.words.findIndex(({ text }) => CLI.test(fileNameOf(text)));
    const program = command.words[at];
    return program && speaksToServer(command.words, at)
      ? [{ command, program, words: command.words.slice(at + 1) }]
      : [];
  });
}

/** What only names the client, such as `which redis-cli` or `apt-get install redis-cli`, has no words behind it. */
const speaksToServer = (words: readonly ScriptWord[], at: number): boolean => at === 0 || words.length > at + 1;

/** The places of passwords that are written on a call as they are, with their quotes. */
export function passwordsOf({ words }: CliCall): readonly OffsetSpan[] {
  return words.flatMap((word, index) => {
    const option = words[index - 1]?.text.text;
    if (word.fillIns.length > 0) return [];
    if ((option === '-a' || option === '--pass') && word.text.text !== '') return [word.at];
    const span = option === '-u' ? inAddress(word) : undefined;
    return (span && originOf(word.text, span)) ?? [];
  });
}

/** `redis://user:password@host`. */
function inAddress({ text: { text } }: ScriptWord): OffsetSpan | undefined {
  const end = text.lastIndexOf('@');
  const scheme = text.indexOf('://');
  const start = scheme < 0 ? -1 : text.indexOf(':', scheme + 3) + 1;
  return start > 0 && start < end ? { start, end } : undefined;
}

/** Whether the answer `NOAUTH` passes for success: no password is given, and nothing looks at the answer. */
export function passesWithoutPassword({ command, words }: CliCall): boolean {
  const hasOption = (...names: readonly string[]) => words.some(({ text }) => names.includes(text.text));
  const isAsked = hasOption('-a', '--pass', '--askpass', '-u', '-e');
  const isGiven = command.assignments.some(({ text }) => text.text.startsWith('REDISCLI_AUTH='));
  return !isAsked && !isGiven && !command.isPiped && words.some(({ text }) => /^ping$/i.test(text.text));
}

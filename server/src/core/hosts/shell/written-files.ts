import type { ScriptText, ScriptWord, ShellCommand } from '../words/shell-script.js';
import { printedText } from './printed-text.js';
import { withoutWrappers } from './wrappers.js';

/** A text that a script puts into a file. */
export interface WrittenFile {
  /** As the script names it. */
  readonly path: ScriptWord;
  readonly isAppended: boolean;
  readonly text: ScriptText;
}

/** What commands write into files, where that is certain: `cat` and `tee` with a text behind, `echo`, `printf`. */
export function writtenFiles(commands: readonly ShellCommand[]): readonly WrittenFile[] {
  return commands.flatMap((command, index) => {
    const before = commands[index - 1];
    const input = textIn(command) ?? (before?.isPiped ? textOut(before) : undefined);
    return filesOf(command, input);
  });
}

function filesOf(command: ShellCommand, input: ScriptText | undefined): readonly WrittenFile[] {
  const words = withoutWrappers(command.words);
  const own = words[0]?.text.text === 'tee' && input ? teeFiles(words, input) : [];
  const text = words[0]?.text.text === 'cat' && words.length === 1 ? input : printedText({ ...command, words });
  if (!text || command.isPiped) return own;
  return [...own, ...command.redirections.flatMap((redirection) => written(redirection, text))];
}

function written({ operator, isOfOther, target }: ShellCommand['redirections'][number], text: ScriptText) {
  if (!target || isOfOther || !/^(?:>|>>|>\|)$/.test(operator)) return [];
  return [{ path: target, isAppended: operator === '>>', text }];
}

function teeFiles([, ...words]: readonly ScriptWord[], text: ScriptText): readonly WrittenFile[] {
  const isOption = (word: ScriptWord) => word.text.text.startsWith('-');
  const isAppended = words.some(({ text: { text } }) => text === '-a' || text === '--append');
  return words.filter((word) => !isOption(word)).map((path) => ({ path, isAppended, text }));
}

function textIn({ redirections }: ShellCommand): ScriptText | undefined {
  return redirections.findLast(({ heredoc }) => heredoc !== undefined)?.heredoc;
}

/** What a command hands to the next one. */
function textOut(command: ShellCommand): ScriptText | undefined {
  const words = withoutWrappers(command.words);
  if (words[0]?.text.text === 'cat' && words.length === 1) return textIn(command);
  return printedText({ ...command, words });
}

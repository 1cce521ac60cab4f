import type { ImageFamily } from '../../config/host-facts.js';
import { type ContainerCommand, containerCommand, serverInScript } from '../container/container-command.js';
import type { PlacedWord } from '../words/server-command.js';
import { type ShellCommand, shellScript } from '../words/shell-script.js';
import type { Instruction } from './instructions.js';
import { jsonWords } from './json-words.js';

/** `CMD` or `ENTRYPOINT`, in the form in which it is written. */
export interface ImageWords {
  readonly instruction: Instruction;
  /** Undefined: a shell gets the text. */
  readonly words: readonly PlacedWord[] | undefined;
}

/** What an image is told to run. */
export interface ImageWordsInForce {
  readonly entrypoint: ImageWords | undefined;
  readonly command: ImageWords | undefined;
}

/** An `ENTRYPOINT` takes away the `CMD` of the stages below it, and that of the image. */
export function wordsInForce(stages: readonly (readonly Instruction[])[]): ImageWordsInForce {
  let inForce: ImageWordsInForce = { entrypoint: undefined, command: undefined };
  for (const stage of stages) {
    const last = (name: string) => stage.findLast((instruction) => instruction.name === name);
    const [entrypoint, command] = [last('ENTRYPOINT'), last('CMD')];
    inForce = {
      entrypoint: entrypoint ? imageWords(entrypoint) : inForce.entrypoint,
      command: command ? imageWords(command) : entrypoint ? undefined : inForce.command,
    };
  }
  return inForce;
}

const imageWords = (instruction: Instruction): ImageWords => ({ instruction, words: jsonWords(instruction.body) });

/** The server that an image starts, and the instruction that says so. */
export interface ImageCommand extends ContainerCommand {
  readonly instruction: Instruction;
}

/**
 * The server that the image starts: `ENTRYPOINT` and what `CMD` adds to it; a shell that is the entrypoint gets nothing
 * added. Undefined: something else runs. Null: nothing is said, the command of the image below runs.
 */
export function imageCommand(
  { entrypoint, command }: ImageWordsInForce,
  family: ImageFamily | undefined,
): ImageCommand | undefined | null {
  if (entrypoint) return ofEntrypoint(entrypoint, command);
  if (!command) return null;
  const { instruction, words } = command;
  const found = words ? containerCommand(words, family) : serverInScript(scriptOf(instruction), instruction.at);
  return found && { ...found, instruction };
}

function ofEntrypoint(entrypoint: ImageWords, command: ImageWords | undefined): ImageCommand | undefined {
  const { instruction } = entrypoint;
  if (!entrypoint.words) {
    const found = serverInScript(scriptOf(instruction), instruction.at);
    return found && { ...found, by: 'entrypoint', instruction };
  }
  const isOfImage = /(?:^|\/)docker-entrypoint\.sh$/.test(entrypoint.words[0]?.text.text ?? '');
  if (isOfImage && command && !command.words) {
    const found = serverInScript(scriptOf(command.instruction), command.instruction.at);
    return found && { ...found, instruction: command.instruction };
  }
  const found = containerCommand([...entrypoint.words, ...(command?.words ?? [])], undefined);
  return (
    found && (isOfImage ? { ...found, instruction } : { ...found, by: 'entrypoint', at: instruction.at, instruction })
  );
}

/** The commands that a shell form runs. */
function scriptOf({ body }: Instruction): readonly ShellCommand[] {
  return shellScript({ text: body, fillIns: [] }).commands;
}

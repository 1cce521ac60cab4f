import { scriptOfShell } from '../container/container-command.js';
import type { ArgumentWord } from '../host-reading.js';
import { fileNameOf } from '../words/server-command.js';
import { type ShellCommand, shellScript } from '../words/shell-script.js';
import { withoutWrappers } from './wrappers.js';

/** Deeper nested scripts are not looked at. */
const DEEPEST = 3;

/** The commands of a script, and those of scripts that it gives to other shells: `sudo sh -c "…"`, `su redis -c "…"`. */
export function allCommands(commands: readonly ShellCommand[], depth = 0): readonly ShellCommand[] {
  if (depth === DEEPEST) return commands;
  return commands.flatMap((command) => {
    const script = innerScript(command);
    return script ? allCommands(shellScript(script).commands, depth + 1) : [command];
  });
}

function innerScript({ words }: ShellCommand): ArgumentWord | undefined {
  const own = withoutWrappers(words);
  const [program] = own;
  if (!program || !/^(?:su|runuser)$/.test(fileNameOf(program.text))) return scriptOfShell(own);
  const at = own.findIndex(({ text: { text } }) => text === '-c' || text === '--command');
  return at < 0 ? undefined : own[at + 1];
}

import type { Healthcheck } from '../../config/host-facts.js';
import type { Location } from '../../config/occurrence.js';
import { cliCalls, passesWithoutPassword } from '../shell/redis-cli.js';
import type { PlacedWord } from '../words/server-command.js';
import { type ShellCommand, shellScript } from '../words/shell-script.js';
import { scriptOfShell } from './container-command.js';

/** What the words of an exec form run: a command, or those of the script that a shell gets. */
export function commandsOfWords(words: readonly PlacedWord[]): readonly ShellCommand[] {
  const script = scriptOfShell(words);
  if (script) return shellScript(script).commands;
  const own = words.map((word) => ({ ...word, isQuoted: true }));
  return [{ words: own, assignments: [], redirections: [], isPiped: false }];
}

/** What a probe is, by the commands that it runs. `environment`: the names of the variables that it finds. */
export function healthcheckOf(
  commands: readonly ShellCommand[],
  at: Location,
  environment: readonly { readonly name: string }[],
): Healthcheck {
  const isGiven = environment.some(({ name }) => name === 'REDISCLI_AUTH' || name === 'VALKEYCLI_AUTH');
  return { at, isWithoutPassword: !isGiven && cliCalls(commands).some(passesWithoutPassword) };
}

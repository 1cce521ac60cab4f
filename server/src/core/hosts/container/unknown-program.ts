import { fileNameOf } from '../words/server-command.js';
import { type ScriptWord, shellScript } from '../words/shell-script.js';
import { scriptOfShell } from './container-command.js';
import { commandsOfWords } from './probe-commands.js';

const CLIENT = /^(?:redis|valkey|keydb)-(?:cli|benchmark|check-aof|check-rdb)$/;
const SHELL = /^(?:ba|da|a|k|z)?sh$/;
/** What scripts prepare with, and words of their syntax. */
const PREPARING: ReadonlySet<string> = new Set(
  (
    'apk apt apt-get awk basename break case cat cd chmod chown continue cp curl cut date dirname echo envsubst exit export ' +
    'expr false for getent grep head hostname id kill ln local ls mkdir mv nc ping printf read return rm sed seq set shift ' +
    'sleep sort sysctl tail tee test touch tr trap true ulimit wait wc wget which [ [[ :'
  ).split(' '),
);

/** The program of a command line that nobody knows here; undefined: all that is run is known, and none of it is a server. */
export function unknownProgram(words: readonly ScriptWord[]): ScriptWord | undefined {
  const [shell] = words;
  const script = scriptOfShell(words);
  if (script && shellScript(script).brokenAt !== undefined) return shell;
  const [unknown] = commandsOfWords(words).flatMap(({ words: own }) => programIn(own) ?? []);
  return unknown;
}

/** A shell without a command line is given the name of a script. */
function programIn([program, ...rest]: readonly ScriptWord[]): ScriptWord | undefined {
  const name = program ? fileNameOf(program.text) : ':';
  if (CLIENT.test(name) || PREPARING.has(name)) return undefined;
  const named = SHELL.test(name) ? rest.find(({ text }) => !text.text.startsWith('-')) : undefined;
  return named ?? program;
}

import type { WordFillIn } from '../host-reading.js';
import type { ShellCommand } from '../words/shell-script.js';

/** A variable that is not set stops the script, or other files set some. */
const SETS_OTHERS = /^[ \t]*(?:set[ \t][^\n]{0,40}(?:nounset|-[a-z]{0,10}u)|source[ \t]|\.[ \t])/m;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;

/**
 * Commands whose words say that a variable may be empty only where the script has nothing else to do with it: it may
 * well set it, or end without it.
 */
export function settledVariables(commands: readonly ShellCommand[], script: string): readonly ShellCommand[] {
  const isSettled = settled(script);
  const set = <T extends { readonly fillIns: readonly WordFillIn[] }>(text: T): T => ({
    ...text,
    fillIns: text.fillIns.map((fillIn) => (isSettled(fillIn) ? { ...fillIn, ifUnset: 'unknown' } : fillIn)),
  });
  return commands.map((command) => ({
    ...command,
    words: command.words.map(set),
    redirections: command.redirections.map((each) => ({ ...each, heredoc: each.heredoc && set(each.heredoc) })),
  }));
}

function settled(script: string): (fillIn: WordFillIn) => boolean {
  const setsOthers = SETS_OTHERS.test(script);
  const mentions = new Map<string, number>();
  for (const [name] of script.matchAll(NAME)) mentions.set(name, (mentions.get(name) ?? 0) + 1);
  return ({ ifUnset, name }) => {
    const mayBeEmpty = ifUnset === 'empty' || ifUnset === 'nothing';
    return mayBeEmpty && (setsOthers || (mentions.get(name) ?? 0) > 1);
  };
}

import type { PlacedWord } from '../words/server-command.js';

/** Programs that start another one: how many words they take besides their options, and options that take a word. */
const WRAPPERS: ReadonlyMap<string, { readonly words: number; readonly withValue?: string }> = new Map([
  ['exec', { words: 0, withValue: 'a' }],
  ['command', { words: 0 }],
  ['nohup', { words: 0 }],
  ['setsid', { words: 0 }],
  ['time', { words: 0 }],
  ['tini', { words: 0 }],
  ['dumb-init', { words: 0 }],
  ['nice', { words: 0, withValue: 'n' }],
  ['ionice', { words: 0, withValue: 'cnp' }],
  ['stdbuf', { words: 0, withValue: 'ioe' }],
  ['sudo', { words: 0, withValue: 'ugCDhpRrTtU' }],
  ['doas', { words: 0, withValue: 'uC' }],
  ['env', { words: 0, withValue: 'uCS' }],
  ['timeout', { words: 1, withValue: 'ks' }],
  ['gosu', { words: 1 }],
  ['su-exec', { words: 1 }],
]);
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/;
/** Nobody nests more. */
const MOST = 5;

/** The words from the program on that runs in the end: without `sudo -u redis`, `exec`, `gosu redis` and the like. */
export function withoutWrappers<Word extends PlacedWord>(words: readonly Word[]): readonly Word[] {
  let own = words;
  for (let count = 0; count < MOST; count++) {
    const program = own[0]?.text.text ?? '';
    if (program === 'command' && /^-[vV]$/.test(own[1]?.text.text ?? '')) return own;
    const wrapper = WRAPPERS.get(program.slice(program.lastIndexOf('/') + 1));
    if (!wrapper) return own;
    own = own.slice(1 + lengthOfOptions(own.slice(1), wrapper.withValue ?? '') + wrapper.words);
  }
  return own;
}

/** Options, with the words that they take, and assignments of `env` and `sudo`. */
function lengthOfOptions(words: readonly PlacedWord[], withValue: string): number {
  let at = 0;
  for (; at < words.length; at++) {
    const text = words[at]?.text.text ?? '';
    if (text === '--') return at + 1;
    if (ASSIGNMENT.test(text)) continue;
    if (!text.startsWith('-') || text === '-') return at;
    if (text.length === 2 && withValue.includes(text.charAt(1))) at++;
  }
  return at;
}

/** Who runs it in the end, where a wrapper says so; undefined: none does. */
export function userOfWrappers(words: readonly PlacedWord[]): PlacedWord | undefined {
  const behind = words.length - withoutWrappers(words).length;
  const own = words.slice(0, behind);
  const at = own.findIndex(({ text: { text } }) => /^(?:gosu|su-exec|-u)$/.test(text));
  return at < 0 ? undefined : own[at + 1];
}

import { textOfBytes } from '../../syntax/bytes.js';
import { parseFile } from '../../syntax/config-file.js';
import type { LexicalRules } from '../../syntax/word.js';
import type { LineEdit } from '../../text/line-edit.js';
import type { ArgumentLines } from '../arguments/argument-lines.js';
import type { ArgumentWord } from '../host-reading.js';
import { editedText } from './edited-text.js';

/** What happens to the words of a command line. */
export type WordChange =
  | { readonly kind: 'replace'; readonly word: ArgumentWord; readonly by: string }
  /** In order, one behind the other. */
  | { readonly kind: 'remove'; readonly words: readonly ArgumentWord[] }
  /** Behind a word; before all others where there is none. */
  | { readonly kind: 'insert'; readonly after: ArgumentWord | undefined; readonly words: readonly string[] };

/** The words of a server's options as edits of the lines that it makes of them leave them. Undefined: those are no options. */
export function wordChanges(
  { text, options, file }: ArgumentLines,
  edits: readonly LineEdit[],
  rules: LexicalRules,
): readonly WordChange[] | undefined {
  const lines = text.text.split('\n');
  if (options.length > 0 && options.length !== lines.length) return undefined;
  const lastOf = (line: number) => options[Math.min(line, options.length) - 1]?.at(-1) ?? file;
  const changes = edits.map((edit): readonly WordChange[] | undefined => {
    if (edit.kind === 'remove') return [{ kind: 'remove', words: options[edit.line] ?? [] }];
    if (edit.kind === 'replace') return undefined;
    const words = edit.lines.filter((line) => line.trim() !== '').map((line) => wordsOfLine(line, rules));
    if (words.includes(undefined)) return undefined;
    return [{ kind: 'insert', after: lastOf(edit.before), words: words.flatMap((each) => each ?? []) }];
  });
  const replaced = changedLines(edits).map((line) => {
    const own = edits.filter((edit) => edit.kind === 'replace' && edit.line === line);
    const words = wordsOfLine(
      editedText(
        lines[line] ?? '',
        own.map((edit) => ({ ...edit, line: 0 })),
      ),
      rules,
    );
    return words && lineChanges(options[line] ?? [], words);
  });
  const all = [...changes.filter((_, index) => edits[index]?.kind !== 'replace'), ...replaced];
  return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? []);
}

function changedLines(edits: readonly LineEdit[]): readonly number[] {
  return [...new Set(edits.flatMap((edit) => (edit.kind === 'replace' ? [edit.line] : [])))];
}

/** As the server splits it, the option with its dashes. */
function wordsOfLine(line: string, rules: LexicalRules): readonly string[] | undefined {
  const parsed = parseFile(line, { rules });
  const [only] = parsed.lines.count === 1 ? [parsed.lines.at(0)] : [];
  if (only?.kind !== 'directive') return undefined;
  return [`--${textOfBytes(only.name.value)}`, ...only.args.map(({ value }) => textOfBytes(value))];
}

/** What begins and ends a line as before stays as it is written. */
function lineChanges(old: readonly ArgumentWord[], now: readonly string[]): readonly WordChange[] {
  const isKept = (word: ArgumentWord | undefined, text: string | undefined) => word?.text.text === text;
  let head = 0;
  while (head < Math.min(old.length, now.length) && isKept(old[head], now[head])) head++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && isKept(old[old.length - 1 - tail], now[now.length - 1 - tail])) tail++;
  const [gone, come] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const shared = Math.min(gone.length, come.length);
  const replaced = gone
    .slice(0, shared)
    .map((word, index) => ({ kind: 'replace', word, by: come[index] ?? '' }) as const);
  return [
    ...replaced,
    ...(gone.length > shared ? [{ kind: 'remove', words: gone.slice(shared) } as const] : []),
    ...(come.length > shared
      ? [{ kind: 'insert', after: old[head + shared - 1], words: come.slice(shared) } as const]
      : []),
  ];
}

/** What a text of options says, line by line, however it is quoted. */
export function saidByLines(text: string, rules: LexicalRules): string {
  const lines = [...parseFile(text, { rules }).lines.entries()].map(([, line]) => line);
  const said = lines.flatMap((line) => {
    if (line.kind === 'blank') return [];
    return [line.kind === 'directive' ? [line.name.value, ...line.args.map(({ value }) => value)] : [line.text]];
  });
  return JSON.stringify(said);
}

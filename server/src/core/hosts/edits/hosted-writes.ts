import { lexicalRulesFor } from '../../config/reading/lexical-rules.js';
import type { Target } from '../../directives/target.js';
import type { LineEdit } from '../../text/line-edit.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import type { Place } from '../../text/place.js';
import { type ArgumentLines, argumentLines } from '../arguments/argument-lines.js';
import type { HostDocument } from '../host-document.js';
import type { ArgumentWord, HostedCommand, HostedText } from '../host-reading.js';
import { argumentAttempts } from './argument-attempts.js';
import { editedText } from './edited-text.js';
import type { Saying } from './said.js';
import { textAttempts } from './text-attempts.js';
import { saidByLines, wordChanges } from './word-changes.js';
import { type FormAt, formsIn, scalarAt } from './word-form.js';
import { type Reread, writtenRegion } from './write-region.js';
import { isYaml } from './yaml-document.js';

/** How edits of a configuration are written that stands in a document. */
export function writesOfText(text: HostedText, reread: Reread): Place['write'] {
  return (edits) => {
    const wanted = withoutLineEnd(editedText(text.text.text, edits));
    const touched = edits.some((edit) =>
      text.fillIns.some((fillIn) => edit.kind === 'replace' && touches(edit, fillIn)),
    );
    if (touched) return FILLED_IN;
    const removed = text.fillIns.filter(({ line }) =>
      edits.some((edit) => edit.kind === 'remove' && edit.line === line),
    );
    const isTold = ({ text: now }: Saying) =>
      now !== undefined &&
      withoutLineEnd(now.text.text) === wanted &&
      now.fillIns.length === text.fillIns.length - removed.length;
    const scalar = isYaml(text.document) ? scalarAt(text.document, text.extent, reread.yaml) : undefined;
    const id = `${text.document.path}#${text.id}`;
    return writtenRegion({ document: text.document, id, isTold }, textAttempts(text, edits, scalar), reread);
  };
}

const FILLED_IN = { refused: 'Something else fills in what would change here. Change it by hand.' };

const touches = (
  { line, at }: Extract<LineEdit, { readonly kind: 'replace' }>,
  fillIn: { readonly line: number; readonly at: OffsetSpan },
): boolean => line === fillIn.line && at.start < fillIn.at.end && fillIn.at.start < at.end;

const withoutLineEnd = (text: string): string => (text.endsWith('\n') ? text.slice(0, -1) : text);

/** A command line, and what its server makes of it. */
export interface WrittenArguments {
  readonly command: HostedCommand;
  /** That holds it. */
  readonly document: HostDocument;
  readonly lines: ArgumentLines;
  readonly target: Target;
}

/** How edits of the lines that a server makes of its command line are written in that. */
export function writesOfArguments(written: WrittenArguments, reread: Reread): Place['write'] {
  const { command, document, lines, target } = written;
  const rules = lexicalRulesFor(target);
  return (edits) => {
    const changes = wordChanges(lines, edits, rules);
    if (!changes) return { refused: 'These lines cannot stand on a command line.' };
    const filledIn = changes.some((change) => change.kind === 'replace' && change.word.fillIns.length > 0);
    if (filledIn) return FILLED_IN;
    const removed = changes.flatMap((change) => (change.kind === 'remove' ? change.words : []));
    const left = fillInsOf(command.words) - fillInsOf(removed);
    const wanted = saidByLines(editedText(lines.text.text, edits), rules);
    const isTold = ({ command: words = [] }: Saying) => {
      const now = argumentLines(words, target);
      const isSameFile = now.file?.text.text === lines.file?.text.text;
      return isSameFile && saidByLines(now.text.text, rules) === wanted && fillInsOf(words) === left;
    };
    const formAt = formsIn(document, isYaml(document) ? reread.yaml : undefined);
    const id = `${document.path}#${command.id}`;
    const heads = new Set(lines.options.flatMap(([first]) => first ?? []));
    const program = programOf(document, command, formAt);
    const attempts = argumentAttempts({ text: document.text, formAt, program, words: command.words, heads }, changes);
    return writtenRegion({ document, id, isTold }, attempts, reread);
  };
}

const fillInsOf = (words: readonly ArgumentWord[]): number => words.flatMap(({ fillIns }) => fillIns).length;

const PROGRAM = /(?:server|sentinel|run\.sh)["']?$/;

/** With its quotes. Undefined: the image names it, or its word stands apart from the others. */
function programOf({ text }: HostDocument, { anchor, words }: HostedCommand, formAt: FormAt): OffsetSpan | undefined {
  if (!PROGRAM.test(text.slice(anchor.start, anchor.end))) return undefined;
  const isQuoted =
    /["']/.test(text.charAt(anchor.start - 1)) && text.charAt(anchor.start - 1) === text.charAt(anchor.end);
  const around = isQuoted ? { start: anchor.start - 1, end: anchor.end + 1 } : anchor;
  const at = formAt(around) ? around : anchor;
  const form = formAt(at);
  const first = words[0]?.at;
  if (!form || !first) return form && at;
  const own = formAt(first);
  const isBeside = own?.kind === form.kind && at.end < first.start && !/[\]}]/.test(text.slice(at.end, first.start));
  return isBeside ? at : undefined;
}

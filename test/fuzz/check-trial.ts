import assert from 'node:assert/strict';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import {
  type ConfigFile,
  createService,
  editFile,
  type LintResult,
  type LoadCache,
  textOf,
} from '../../server/src/core/service.js';
import { positionsIn, type Range } from '../../server/src/core/text/span.js';
import { checkBounds } from '../support/check-bounds.js';
import { checkFeatures } from './check-features.js';
import { checkFixes } from './check-fixes.js';
import { checkSecrets } from './check-secrets.js';
import { type Circumstances, type FuzzInput, type RandomEdit, READERS, type Trial } from './fuzz-input.js';

/** Of one input, with all that is asked about it; counted in CPU time, as others use the machine too. */
const LONGEST_MS = 2000;

const SERVICE = createService();

export interface Tried {
  readonly edits: number;
  readonly isFixed: boolean;
  /** Of CPU time. */
  readonly milliseconds: number;
}

/**
 * All that must hold for any text at all.
 * @throws AssertionError that names what does not, and whatever the engine throws.
 */
export function checkTrial({ input, circumstances, edits, places, isFixed }: Trial, cache: LoadCache): Tried {
  const started = process.cpuUsage();
  const lint: Lint = (file, texts = new Map()) => lintAs(input, circumstances, file, texts, cache);
  const file = SERVICE.parse(input.text, circumstances.encoding);
  checkWords(file, input.text);
  const result = lint(file);
  checkBounds(result, 'at first');
  checkProject(result, READERS[circumstances.world](input));
  checkFeatures(result, places);
  checkSecrets(result, input.text);
  if (edits.length === 0)
    checkSameAnswer(lint(SERVICE.parse(input.text, circumstances.encoding)), result, 'asked again');
  checkEditing(result, edits, lint);
  if (isFixed) checkFixes(result, lint);
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  assert.ok(milliseconds < LONGEST_MS, `took ${milliseconds} ms`);
  return { edits: edits.length, isFixed, milliseconds };
}

/** The texts that fixing all that is safe comes to, by path: `checkFixes` for an input by itself. */
export function fixedFiles(
  input: FuzzInput,
  circumstances: Circumstances,
  cache: LoadCache,
): ReadonlyMap<string, string> {
  const lint: Lint = (file, texts = new Map()) => lintAs(input, circumstances, file, texts, cache);
  return checkFixes(lint(SERVICE.parse(input.text, circumstances.encoding)), lint);
}

/** Lints a file in the place of the first one, and texts in the place of those on the disk. */
export type Lint = (file: ConfigFile, texts?: ReadonlyMap<string, string>) => LintResult;

function lintAs(
  input: FuzzInput,
  { dialect, target, world }: Circumstances,
  file: ConfigFile,
  texts: ReadonlyMap<string, string>,
  cache: LoadCache,
): LintResult {
  // What somebody edits counts also where it is read as another file's.
  const own = { [input.path]: textOf(file) };
  const reader = READERS[world]({ ...input, files: { ...input.files, ...Object.fromEntries(texts), ...own } });
  return SERVICE.lint({ path: input.path, file, dialect, target, reader, cache, options: { profile: 'strict' } });
}

function checkWords(file: ConfigFile, text: string): void {
  assert.equal(textOf(file), text);
  for (const [, line] of file.lines.entries()) {
    if (line.kind !== 'directive') continue;
    for (const { raw, start, end } of [line.name, ...line.args]) assert.equal(line.text.slice(start, end), raw);
  }
}

function checkProject({ project }: LintResult, reader: FileReader): void {
  for (const { path, problems } of project.sources) {
    const source = reader.readFile(path);
    const lines = source.status === 'found' ? source.text.split('\n') : [''];
    for (const { range, message } of problems) assert.ok(isWithin(range, lines), `${message} ${JSON.stringify(range)}`);
  }
}

const isWithin = ({ start, end }: Range, lines: readonly string[]): boolean =>
  [start, end].every(({ line, character }) => character <= (lines[line]?.length ?? -1));

/** Somebody types: each answer is that for the text as if it had been opened so, and what is taken back leaves no trace. */
function checkEditing(opened: LintResult, edits: readonly RandomEdit[], lint: Lint): void {
  let current = opened;
  for (const edit of edits) {
    const before = current.config.root.file;
    const { after, undone } = typed(before, edit);
    const edited = lint(after);
    const whole = lint(SERVICE.parse(textOf(after), after.encoding));
    checkBounds(edited, 'after an edit');
    checkSameAnswer(edited, whole, `after ${JSON.stringify(edit)}`);
    if (edit.isUndone) {
      const back = lint(editFile(edited.config.root.file, undone));
      checkSameAnswer(back, current, `after ${JSON.stringify(edit)} and back`);
      current = back;
    } else current = edited;
  }
}

function typed(file: ConfigFile, { at, removed, newText }: RandomEdit) {
  const text = textOf(file);
  const start = at % (text.length + 1);
  const end = Math.min(text.length, start + removed);
  const before = positionsIn(text);
  const after = editFile(file, { range: { start: before(start), end: before(end) }, newText });
  const then = positionsIn(textOf(after));
  const range = { start: then(start), end: then(start + newText.length) };
  return { after, undone: { range, newText: text.slice(start, end) } };
}

function checkSameAnswer(actual: LintResult, expected: LintResult, what: string): void {
  assert.equal(answerOf(actual), answerOf(expected), what);
}

/** All that people see of a result, but for the text itself. */
function answerOf({ deployment, verdict, findings, config, project }: LintResult): string {
  // A problem holds the line that it is about, which the findings quote where it matters.
  const problems = config.problems.map(({ code, at, stage, isFatal }) => [code, at, stage, isFatal]);
  return JSON.stringify([config.dialect, deployment.target, verdict.starts, problems, project, findings]);
}

import assert from 'node:assert/strict';
import { RULES } from '../../server/src/core/rules/index.js';
import type { Rule } from '../../server/src/core/rules/rule.js';
import {
  type ConfigFile,
  createLoadCache,
  createService,
  editFile,
  type LoadCache,
} from '../../server/src/core/service.js';
import type { Remember } from '../../server/src/core/text/remember.js';
import { countedFixes } from '../support/counted-fixes.js';
import { SHAPES, type Shape } from '../support/shapes.js';

/** What an edit has cost. */
interface Work {
  readonly rules: number;
  readonly fixes: number;
  readonly wordsSplit: number;
  /** Directives that the target was asked about. */
  readonly linesRead: number;
  /** By what was asked: how often the answer was not known. Words judged, users read, lines of ACL files split. */
  readonly workedOut: ReadonlyMap<string, number>;
}

/** Types a character at the end of a line in the middle, where something has been typed before. */
function workOf({ text, path, target }: Shape, size: number, line: number): Work {
  const rulesRun: string[] = [];
  const workedOut = new Map<string, number>();
  const { rules, made } = countedFixes();
  const service = createService(rules.map((rule) => counted(rule, rulesRun)));
  const { readingsFor, linesRead } = countedReadings();
  const remember = countedRemember(createLoadCache().remember, workedOut);
  const cache: LoadCache = { ...createLoadCache(), readingsFor, remember };
  const first = service.lint({ path, target, cache, file: service.parse(text(size)) });
  const typed = (last: typeof first) => {
    const { file } = last.config.root;
    const end = { line, character: file.lines.at(line)?.text.length ?? 0 };
    const edited = editFile(file, { range: { start: end, end }, newText: 'x' });
    return service.lint({ path, target, cache, file: edited, before: last });
  };
  const last = typed(first);
  rulesRun.length = 0;
  workedOut.clear();
  const linesBefore = linesRead();
  const { file } = typed(last).config.root;
  return {
    rules: rulesRun.length,
    fixes: made(),
    wordsSplit: wordsIn(file, last.config.root.file),
    linesRead: linesRead() - linesBefore,
    workedOut,
  };
}

/** Of the lines that were not there before: those that are kept are the same objects. */
function wordsIn(file: ConfigFile, before: ConfigFile): number {
  const kept = new Set([...before.lines.entries()].map(([, line]) => line));
  const split = [...file.lines.entries()].filter(([, line]) => !kept.has(line));
  return split.reduce((sum, [, line]) => sum + (line.kind === 'directive' ? 1 + line.args.length : 0), 0);
}

/** Counts the lines that the target is asked about. */
function countedReadings(): { readonly readingsFor: LoadCache['readingsFor']; readonly linesRead: () => number } {
  let lines = 0;
  class Readings<Line extends object, Reading> extends WeakMap<Line, Reading> {
    override set(line: Line, reading: Reading): this {
      lines++;
      return super.set(line, reading);
    }
  }
  const readings: ReturnType<LoadCache['readingsFor']> = new Readings();
  return { readingsFor: () => readings, linesRead: () => lines };
}

const counted = (rule: Rule, run: string[]): Rule => ({
  ...rule,
  check: (input) => {
    run.push(rule.id);
    return rule.check(input);
  },
});

function countedRemember(remember: Remember, counts: Map<string, number>): Remember {
  const known = new Map<unknown, unknown>();
  return <Input, Answer>(question: (input: Input) => Answer, about: object, input: Input): Answer => {
    const asked = (known.get(question) ?? counting(question, counts)) as typeof question;
    known.set(question, asked);
    return remember(asked, about, input);
  };
}

const counting =
  <Input, Answer>(question: (input: Input) => Answer, counts: Map<string, number>) =>
  (input: Input): Answer => {
    counts.set(question.name, (counts.get(question.name) ?? 0) + 1);
    return question(input);
  };

/** In words. */
const LONGEST_LINE_OF_SHAPES = 7;

describe('the work of an edit', () => {
  for (const shape of SHAPES) {
    const [small, large] = [12, 48].map((size) => workOf(shape, size, 6));
    it(`makes no fix, and asks few rules, in ${shape.name}`, () => {
      assert.equal(large?.fixes, 0);
      assert.ok((large?.rules ?? 0) < RULES.length / 4, `${large?.rules} rules`);
    });

    it(`splits and reads the line that it touches, in ${shape.name}`, () => {
      assert.ok((large?.linesRead ?? 0) <= 1, `${large?.linesRead} lines`);
      assert.ok((large?.wordsSplit ?? 0) <= LONGEST_LINE_OF_SHAPES, `${large?.wordsSplit} words`);
      assert.equal(large?.wordsSplit, small?.wordsSplit);
    });

    it(`works no more out of words in a longer document, in ${shape.name}`, () => {
      assert.deepEqual(large?.workedOut, small?.workedOut);
    });
  }

  it('in a comment asks only the rules that look at the lines themselves', () => {
    const [users] = SHAPES.filter(({ name }) => name === 'users with passwords');
    assert.ok(users);
    const { rules, workedOut } = workOf(users, 48, 1);
    assert.ok(rules <= 16, `${rules} rules`);
    assert.deepEqual([...workedOut], []);
  });
});

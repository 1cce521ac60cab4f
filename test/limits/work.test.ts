import assert from 'node:assert/strict';
import { type FileReader, NO_FILES } from '../../server/src/core/config/file-reader.js';
import { RULES } from '../../server/src/core/rules/index.js';
import type { Rule, UserCheck } from '../../server/src/core/rules/rule.js';
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
  /** The lines of those that a rule asked about. */
  readonly users: readonly number[];
  readonly wordsSplit: number;
  /** Directives that the target was asked about. */
  readonly linesRead: number;
  /** By what was asked: how often the answer was not known. Words judged, users read, lines of ACL files split. */
  readonly workedOut: ReadonlyMap<string, number>;
}

/** Types a character at the end of a line in the middle, where something has been typed before. */
function workOf({ text, path, target }: Shape, size: number, line: number): Work {
  const rulesRun: string[] = [];
  const users = new Set<number>();
  const workedOut = new Map<string, number>();
  const { rules, made } = countedFixes();
  const service = createService(rules.map((rule) => counted(rule, rulesRun, users)));
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
  users.clear();
  workedOut.clear();
  const linesBefore = linesRead();
  const { file } = typed(last).config.root;
  return {
    rules: rulesRun.length,
    fixes: made(),
    users: [...users],
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

const counted = (rule: Rule, run: string[], users: Set<number>): Rule => ({
  ...rule,
  check: (input) => {
    run.push(rule.id);
    const counting =
      (check: UserCheck): UserCheck =>
      (user, asked) => {
        // A rule that looks at the others too has to be asked about each.
        if (!rule.userReads?.includes('users')) users.add(user.at.line);
        return check(user, asked);
      };
    return rule.check({
      ...input,
      checkUser: (check, user, asked) => input.checkUser(counting(check), user, asked),
    });
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

    it(`checks no user but the one that it touches, in ${shape.name}`, () => {
      assert.deepEqual(
        (large?.users ?? []).filter((line) => line !== 6),
        [],
      );
    });

    it(`works no more out of words in a longer document, in ${shape.name}`, () => {
      assert.deepEqual(large?.workedOut, small?.workedOut);
    });
  }

  it('in prose loads nothing, and asks no rule', () => {
    for (const { text, path, target } of SHAPES) {
      const service = createService();
      const last = service.lint({ path, target, file: service.parse(`port 0\n# prose\n${text(12)}`) });
      const end = { line: 1, character: 7 };
      const edit = { range: { start: end, end }, newText: ' and more of it' };
      const now = service.retold(last, editFile(last.config.root.file, edit));
      assert.equal(now?.findings, path.endsWith('.acl') ? undefined : last.findings);
    }
  });

  it('reads an ACL file that the configuration names no second time', () => {
    const service = createService();
    const cache = createLoadCache();
    const reader: FileReader = { ...NO_FILES, readFile: () => ({ status: 'found', text: 'user app on >secret ~*\n' }) };
    const filesOf = (text: string) =>
      service.lint({ path: '/w/redis.conf', file: service.parse(text), cache, reader }).config.files;
    const [, before] = filesOf('aclfile /w/users.acl\n');
    const [, now] = filesOf('port 6379\naclfile /w/users.acl\n');
    assert.ok(before);
    assert.equal(now?.file, before.file);
  });

  it('in a comment asks only the rules that look at the lines themselves', () => {
    const [users] = SHAPES.filter(({ name }) => name === 'users with passwords');
    assert.ok(users);
    const { rules, workedOut } = workOf(users, 48, 1);
    assert.ok(rules <= 16, `${rules} rules`);
    assert.deepEqual([...workedOut], []);
  });
});

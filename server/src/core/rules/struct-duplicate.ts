import type { Occurrence } from '../config/occurrence.js';
import type { DirectiveName } from '../directives/catalog.js';
import { groupBy } from '../text/group-by.js';
import { removeLine } from './building-blocks/edits.js';
import { wholeDirective } from './building-blocks/places.js';
import { isSameEffect, repeatedDirectives } from './building-blocks/repetition.js';
import { weakens } from './building-blocks/weakens.js';
import type { Impact, Problem, Rule, RuleInput } from './rule.js';

/** More lines of one directive than this were written by a script or glued together: nobody reads a finding for each. */
const MOST_FINDINGS = 10;

export const structDuplicate: Rule = {
  id: 'struct-duplicate',
  summary: 'a directive that a later line of the same file overrides',
  category: 'structure',
  severity: 'error',
  references: ['CWE-1188', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  reads: 'everything',
  check: checkDuplicates,
};

function* checkDuplicates({ config }: RuleInput): Iterable<Problem> {
  for (const { name, occurrences } of repeatedDirectives(config)) {
    for (const own of groupBy(occurrences, ({ source }) => source).values()) {
      const lines = inOrder(own);
      const winner = lines.at(-1);
      if (!winner) continue;
      yield* inOneFindingIfMany(name, lines.slice(0, -1), winner);
    }
  }
}

function* inOneFindingIfMany(
  name: DirectiveName,
  earlier: readonly Occurrence[],
  winner: Occurrence,
): Iterable<Problem> {
  if (earlier.length <= MOST_FINDINGS) {
    for (const each of earlier) yield overridden(name, each, winner);
    return;
  }
  const stricter = earlier.findLast((each) => weakens(name, each, winner));
  yield stricter ? overridden(name, stricter, winner) : manyOverridden(name, earlier, winner);
}

/** Lines of one file; one that is included twice counts once. */
function inOrder(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const byLine = new Map(occurrences.map((occurrence) => [occurrence.line, occurrence]));
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

function overridden(name: DirectiveName, earlier: Occurrence, winner: Occurrence): Problem {
  if (weakens(name, earlier, winner)) {
    return {
      at: wholeDirective(winner),
      message: `This line overrides the stricter "${earlier.directive.name.raw}" in line ${earlier.line + 1}. Remove this line, or the other one if it is outdated.`,
      severity: 'error',
      related: [{ at: wholeDirective(earlier), message: 'This line has no effect.' }],
      fixes: () => [
        {
          title: `Remove this line and keep line ${earlier.line + 1}`,
          effect: 'access',
          consequence: 'The stricter line then counts: clients that connect because of this one are refused.',
          edits: [removeLine(winner)],
        },
        { ...removalOf(earlier), effect: 'access', consequence: 'The weaker line stays in force.' },
      ],
    };
  }
  const isSame = isSameEffect(name, earlier, winner);
  return {
    at: wholeDirective(earlier),
    message: isSame
      ? `"${earlier.directive.name.raw}" is set to the same value again in line ${winner.line + 1}. Remove one of the two lines.`
      : `This line has no effect: line ${winner.line + 1} sets "${winner.directive.name.raw}" again. Remove the one that is wrong.`,
    severity: isSame ? 'hint' : 'warning',
    related: [{ at: wholeDirective(winner), message: 'This line wins.' }],
    fixes: () => [{ ...removalOf(earlier), ...impactOn(name) }],
    tags: ['unnecessary'],
  };
}

const removalOf = (earlier: Occurrence) => ({
  title: 'Remove the line that has no effect',
  edits: [removeLine(earlier)],
});

/** A relative path of another line starts from the `dir` in force when that line is read. */
function impactOn(name: DirectiveName): Impact {
  return name === 'dir'
    ? {
        effect: 'data',
        consequence: 'Relative paths between the two lines, those of data files too, then lead elsewhere.',
      }
    : { effect: 'none', isPreferred: true };
}

function manyOverridden(name: DirectiveName, earlier: readonly Occurrence[], winner: Occurrence): Problem {
  const { raw } = winner.directive.name;
  const first = earlier.slice(0, 1);
  return {
    at: wholeDirective(winner),
    message: `"${raw}" is set in ${earlier.length + 1} lines, and only this one counts. Remove the other ${earlier.length}.`,
    severity: 'warning',
    related: first.map((each) => ({ at: wholeDirective(each), message: 'The first line that has no effect.' })),
    fixes: () => [
      {
        title: `Remove the ${earlier.length} lines that have no effect`,
        ...impactOn(name),
        edits: earlier.map(removeLine),
      },
    ],
  };
}

import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { analyse } from 'scslre';

/**
 * Why matching an expression may take more than linear time; empty: it can't. Two judges: `scslre`, which knows texts
 * that repeat one character, and a law that is stricter than the truth. On no path through an expression may two
 * repetitions share a run of characters before something that can fail, since every way to share it out is tried.
 * An expression that may begin anywhere begins with a repetition of everything. Only characters are repeated without
 * end, so that no loop stands in a loop.
 */
export function superLinearParts(source: string, flags: string): readonly string[] {
  if (!/[*+]|\{\d+,\}/.test(source)) return [];
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: flags.includes('u') });
  const found: string[] = [];
  const walk: Walk = { flags, report: (part) => found.push(`repeats ${part}`) };
  for (const path of pathsThrough(pattern.alternatives, walk)) found.push(...sharedRuns(beginningOf(path, flags)));
  for (const { type } of analyse({ source, flags }).reports) found.push(`scslre: ${type}`);
  return [...new Set(found)];
}

interface Walk {
  readonly flags: string;
  readonly report: (part: string) => void;
}

/** What one part of a path takes: characters, or a test of the place, which takes none. */
interface Step {
  readonly raw: string;
  readonly takes: ReadonlySet<string>;
  readonly isRequired: boolean;
  readonly isEndless: boolean;
  /** The optional parts around it: where it fails, they are left out. */
  readonly optional: readonly AST.Quantifier[];
  /** The path ends here: what a lookahead tries. */
  readonly isEnd: boolean;
}
type Path = readonly Step[];

/** Enough to tell apart the sets that people write. */
const CHARACTERS: readonly string[] = [
  ...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)),
  ...'\u1680\u2003\u2010\u2019\u201c\u2028\u2029\u202e\u2060\u3000\ufeff\ufffe\u4e2d',
];
const EVERYTHING: ReadonlySet<string> = new Set(CHARACTERS);
const NOTHING: ReadonlySet<string> = new Set();
/** More ways through one expression than anybody can read. */
const MOST_PATHS = 5000;

function step(raw: string, takes: ReadonlySet<string>, more: Partial<Step> = {}): Step {
  return { raw, takes, isRequired: true, isEndless: false, optional: [], isEnd: false, ...more };
}

const ANYWHERE = step('any beginning', EVERYTHING, { isRequired: false, isEndless: true });

/** `^` begins at one place, or with the flag `m` after each line end; everything else begins anywhere. */
function beginningOf(path: Path, flags: string): Path {
  if (flags.includes('y')) return path;
  if (path[0]?.raw !== '^') return [ANYWHERE, ...path];
  return flags.includes('m') ? [ANYWHERE, step('\\n', new Set('\n')), ...path] : path;
}

function sharedRuns(path: Path): readonly string[] {
  const endless = path.flatMap((part, index) => (part.isEndless ? [{ part, index }] : []));
  return endless.flatMap((first, nth) =>
    endless.slice(nth + 1).flatMap((second) => {
      const shared = intersection(first.part.takes, second.part.takes);
      const isShared =
        shared.size > 0 &&
        canFailAfter(path, second.index) &&
        path.slice(first.index + 1, second.index).every((part) => canTake(part, shared));
      return isShared ? [`${first.part.raw} shares with ${second.part.raw}`] : [];
    }),
  );
}

function canTake({ takes, isRequired }: Step, shared: ReadonlySet<string>): boolean {
  return !isRequired || takes.size === 0 || intersection(takes, shared).size > 0;
}

function canFailAfter(path: Path, index: number): boolean {
  const around = path[index]?.optional ?? [];
  return path.slice(index + 1).some((part) => part.isRequired && part.optional.every((it) => around.includes(it)));
}

function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter((character) => b.has(character)));
}

function pathsThrough(alternatives: readonly AST.Alternative[], walk: Walk): readonly Path[] {
  return alternatives.flatMap(({ elements }) =>
    elements.reduce<readonly Path[]>((paths, element) => joined(paths, pathsOf(element, walk), walk), [[]]),
  );
}

function joined(before: readonly Path[], after: readonly Path[], { report }: Walk): readonly Path[] {
  if (before.length * after.length > MOST_PATHS) {
    report('itself in too many ways');
    return before;
  }
  return before.flatMap((path) => (path.at(-1)?.isEnd ? [path] : after.map((rest) => [...path, ...rest])));
}

function pathsOf(element: AST.Element, walk: Walk): readonly Path[] {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return pathsThrough(element.alternatives, walk);
    case 'Assertion':
      return assertionPaths(element, walk);
    case 'Quantifier':
      return quantifierPaths(element, walk);
    case 'Backreference':
      return [[step(element.raw, EVERYTHING, { isRequired: false }), step(element.raw, NOTHING)]];
    default:
      return [[step(element.raw, takenBy(element.raw, walk.flags))]];
  }
}

function quantifierPaths(quantifier: AST.Quantifier, walk: Walk): readonly Path[] {
  const { element, min, max, raw } = quantifier;
  const isEndless = max === Number.POSITIVE_INFINITY;
  const once = pathsOf(element, walk);
  const [only, ...others] = once.flat();
  if (only && others.length === 0) return [[{ ...only, raw, isRequired: min > 0, isEndless }]];
  if (isEndless) walk.report(raw);
  const taken = [...once, ...(max > 1 ? joined(once, once, walk) : [])];
  if (min > 0) return taken;
  return [[], ...taken.map((path) => path.map((part) => ({ ...part, optional: [...part.optional, quantifier] })))];
}

/** What a lookahead tries is a way of its own; a lookbehind says what stands before the place where it begins. */
function assertionPaths(assertion: AST.Assertion, walk: Walk): readonly Path[] {
  const test = step(assertion.raw, NOTHING);
  if (assertion.kind !== 'lookahead' && assertion.kind !== 'lookbehind') return [[test]];
  const within = pathsThrough(assertion.alternatives, walk);
  if (assertion.kind === 'lookahead') return [[test], ...within.map((path) => [...path, { ...test, isEnd: true }])];
  if (within.flat().some(({ isEndless }) => isEndless)) walk.report(assertion.raw);
  const isFirst = assertion.parent.type === 'Alternative' && assertion.parent.elements[0] === assertion;
  return isFirst && !assertion.negate && assertion.parent.parent.type === 'Pattern' ? within : [[test]];
}

function takenBy(raw: string, flags: string): ReadonlySet<string> {
  const one = new RegExp(`^${raw}$`, flags.replace(/[dgmy]/g, ''));
  return new Set(CHARACTERS.filter((character) => one.test(character)));
}

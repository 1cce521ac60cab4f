import type { Starts } from '../config/meaning/starts.js';
import type { Source, SourceId } from '../config/occurrence.js';
import type { Fix, SourceEdit } from '../rules/rule.js';
import { applySourceEdits } from './apply-fix.js';
import { chooseFixes } from './choose-fixes.js';
import type { Finding } from './finding.js';

/** What linting some files came to. */
export interface Linting {
  readonly files: readonly {
    readonly source: Source;
    readonly starts: Starts;
    readonly findings: readonly Finding[];
  }[];
}

/** Which fixes are applied. */
export interface FixPolicy {
  readonly accepts: (fix: Fix) => boolean;
  /** What the host does with a fix before it is applied: it fills in secrets. */
  readonly prepare?: (fix: Fix) => Fix;
}

/** What fixing came to. */
export interface FixedFiles<Result> {
  /** Of the fixed texts. */
  readonly linting: Result;
  /** The texts of what was edited. */
  readonly texts: ReadonlyMap<SourceId, string>;
  readonly fixes: readonly Fix[];
}

/** A fix may uncover another problem; what still changes after so many rounds would change forever. */
const MOST_ROUNDS = 20;

/**
 * Applies the first fix of every finding that the policy accepts, again and again, until none is left. Fixes that touch
 * one place go one after the other. A fix that would stop a server which starts is left out: other lines depend on what
 * it changes.
 */
export function fixInRounds<Result extends Linting>(
  lint: (texts: ReadonlyMap<SourceId, string>) => Result,
  { accepts, prepare = (fix) => fix }: FixPolicy,
): FixedFiles<Result> {
  let state: FixedFiles<Result> = { linting: lint(new Map()), texts: new Map(), fixes: [] };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { linting, texts, fixes } = state;
    const known = new Set(linting.files.map(({ source }) => source.id));
    const acceptable = (fix: Fix) => accepts(fix) && fix.edits.every(({ source }) => known.has(source));
    const findings = linting.files.flatMap((file) => file.findings);
    const chosen = harmlessAmong(chooseFixes(findings, acceptable).map(prepare), (some) => {
      const after = new Map([...texts, ...textsAfter(linting, some)]);
      const next = { linting: lint(after), texts: after, fixes: [...fixes, ...some] };
      if (stops(linting, next.linting)) return false;
      state = next;
      return true;
    });
    if (chosen.length === 0) break;
  }
  return state;
}

function textsAfter({ files }: Linting, fixes: readonly Fix[]): readonly (readonly [source: SourceId, text: string])[] {
  const edits = fixes.flatMap((fix): readonly SourceEdit[] => fix.edits);
  const edited = new Set(edits.map(({ source }) => source));
  return files
    .filter(({ source }) => edited.has(source.id))
    .map(({ source: { id, file } }) => [id, applySourceEdits(id, file, edits)]);
}

/** Whether something that started, as far as anybody could tell, does so no more. */
function stops(before: Linting, after: Linting): boolean {
  const refused = new Set(before.files.filter(({ starts }) => starts === 'no').map(({ source }) => source.id));
  return after.files.some(({ starts, source }) => starts === 'no' && !refused.has(source.id));
}

/** All but those that do harm together with the ones before them; the last ones tried without harm are the answer. */
function harmlessAmong(
  fixes: readonly Fix[],
  isHarmless: (fixes: readonly Fix[]) => boolean,
  taken: readonly Fix[] = [],
): readonly Fix[] {
  const all = [...taken, ...fixes];
  if (fixes.length === 0 || isHarmless(all)) return all;
  if (fixes.length === 1) return taken;
  const middle = fixes.length >> 1;
  return harmlessAmong(fixes.slice(middle), isHarmless, harmlessAmong(fixes.slice(0, middle), isHarmless, taken));
}

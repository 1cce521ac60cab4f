import type { RelatedPlace } from '../rules/rule.js';
import { groupBy } from '../text/group-by.js';
import type { FindingDraft } from './finding.js';

/** How many places of one sentence are listed. */
const MOST_PLACES = 20;

/**
 * What one rule says of several places of a source in the same words, or of one state, is one finding: the first one lists the places of the
 * others. They stay where they are, each with its fixes, as parts of it: an editor marks every place and mends any, a count
 * counts one, and who shows findings in a row leaves them out (`isRepeat`).
 */
export function withRepeatsFolded(findings: readonly FindingDraft[]): readonly FindingDraft[] {
  const groups = groupBy(
    findings.filter(({ partOf }) => partOf === undefined),
    ({ rule, severity, isFatal, state, message, at }) =>
      JSON.stringify([rule, severity, isFatal, at.source, state ?? message]),
  );
  const folded = new Map<FindingDraft, FindingDraft>();
  for (const [first, ...repeats] of groups.values()) {
    if (!first || repeats.length === 0) continue;
    folded.set(first, { ...first, related: [...first.related, ...placesOf(first, repeats)] });
    for (const repeat of repeats) folded.set(repeat, { ...repeat, partOf: repeat.rule });
  }
  return folded.size === 0 ? findings : findings.map((finding) => folded.get(finding) ?? finding);
}

/** Whether it says what the finding that it is part of says. */
export const isRepeat = ({ rule, partOf }: Pick<FindingDraft, 'rule' | 'partOf'>): boolean => partOf === rule;

function placesOf(first: FindingDraft, repeats: readonly FindingDraft[]): readonly RelatedPlace[] {
  const left = repeats.length - MOST_PLACES;
  return repeats.slice(0, MOST_PLACES).map(({ at, message }, index) => ({
    at,
    message: left > 0 && index === MOST_PLACES - 1 ? `The same here, and at ${left} more.` : whatIsSaid(first, message),
  }));
}

const whatIsSaid = (first: FindingDraft, message: string): string =>
  message === first.message ? 'The same here.' : message;

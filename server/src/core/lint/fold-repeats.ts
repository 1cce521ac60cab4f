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
  const folded = new Map<FindingDraft, FindingDraft>();
  for (const [first, ...repeats] of groupsOf(findings.filter(({ partOf }) => partOf === undefined))) {
    if (!first) continue;
    folded.set(first, { ...first, related: [...first.related, ...placesOf(first, repeats)] });
    for (const repeat of repeats) folded.set(repeat, { ...repeat, partOf: repeat.rule });
  }
  return folded.size === 0 ? findings : findings.map((finding) => folded.get(finding) ?? finding);
}

/** Those with others that say the same; most messages are of one finding alone. */
function* groupsOf(findings: readonly FindingDraft[]): Iterable<readonly FindingDraft[]> {
  for (const group of groupBy(findings, ({ state, message }) => state ?? message).values()) {
    if (group.length === 1) continue;
    const same = groupBy(group, ({ rule, severity, isFatal, at }) => `${rule} ${severity} ${isFatal} ${at.source}`);
    for (const repeats of same.values()) if (repeats.length > 1) yield repeats;
  }
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

import { fileNameOf } from '../config/paths.js';
import type { TakenFor } from '../config/reading/taken-for.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { quote } from '../rules/building-blocks/quote.js';
import { type Fix, needsReview, type Problem, type RelatedPlace } from '../rules/rule.js';
import type { FindingDraft } from './finding.js';

type TakenFiles = Pick<ResolvedConfiguration, 'takenFor'>;

/**
 * A file that is only taken for the one of another machine is probably the same, and no more: its findings say so and
 * keep nobody from starting.
 */
export function cautiousAbout(config: TakenFiles): (finding: FindingDraft) => FindingDraft {
  const read = readOf(config);
  return (finding) => {
    const taken = read.find(({ path }) => path === finding.at.source);
    return taken ? { ...finding, isFatal: false, related: [...finding.related, placeOf(taken)] } : finding;
  };
}

/**
 * No fix in such a file or because of it is applied without asking. Who gets in may hang on it anywhere; what is in
 * force, where the file was included.
 */
export function cautiousFixes(config: TakenFiles): (fixes: readonly Fix[], problem: Problem) => readonly Fix[] {
  const read = readOf(config);
  const [first] = read;
  if (!first) return (fixes) => fixes;
  const included = read.find(({ use }) => use === 'configuration');
  const takenAt = (paths: readonly string[]) => read.find(({ path }) => paths.includes(path));
  return (fixes, { at, related = [] }) =>
    fixes.map((fix): Fix => {
      const touched = takenAt([
        at.source,
        ...related.map((place) => place.at.source),
        ...fix.edits.map(({ source }) => source),
      ]);
      const reason = touched ?? (fix.effect === 'safe' ? first : included);
      return reason && !needsReview(fix.effect) ? forReview(fix, reason) : fix;
    });
}

const readOf = ({ takenFor }: TakenFiles): readonly TakenFor[] => takenFor.filter(({ use }) => use !== 'presence');

function forReview({ title, edits }: Fix, { path, named }: TakenFor): Fix {
  const consequence = `It follows from ${quote(fileNameOf(path))}, which is only taken for ${quote(named)}.`;
  return { title, edits, effect: 'access', consequence };
}

function placeOf({ path, named, at }: TakenFor): RelatedPlace {
  return { at, message: `${quote(fileNameOf(path))} is taken for ${quote(named)}, which is named here.` };
}

import { fileNameOf } from '../config/paths.js';
import type { TakenFor } from '../config/reading/taken-for.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { quote } from '../rules/building-blocks/quote.js';
import { type Fix, needsReview } from '../rules/rule.js';
import type { Finding } from './finding.js';

/**
 * A file that is only taken for the one of another machine is probably the same, and no more: its findings say so and
 * keep nobody from starting, and no fix in it or because of it is applied without asking. Who gets in may hang on it
 * anywhere; what is in force, where the file was included.
 */
export function cautiousAbout({ takenFor }: Pick<ResolvedConfiguration, 'takenFor'>): (finding: Finding) => Finding {
  const read = takenFor.filter(({ use }) => use !== 'presence');
  const [first] = read;
  if (!first) return (finding) => finding;
  const included = read.find(({ use }) => use === 'configuration');
  const takenAt = (paths: readonly string[]) => read.find(({ path }) => paths.includes(path));
  return (finding) => {
    const { at, related } = finding;
    const taken = takenAt([at.source]);
    const fixes = finding.fixes.map((fix): Fix => {
      const touched = takenAt([
        at.source,
        ...related.map((place) => place.at.source),
        ...fix.edits.map(({ source: path }) => path),
      ]);
      const reason = touched ?? (fix.effect === 'safe' ? first : included);
      return reason && !needsReview(fix.effect) ? forReview(fix, reason) : fix;
    });
    return taken ? { ...finding, isFatal: false, related: [...related, placeOf(taken)], fixes } : { ...finding, fixes };
  };
}

function forReview({ title, edits }: Fix, { path, named }: TakenFor): Fix {
  const consequence = `It follows from ${quote(fileNameOf(path))}, which is only taken for ${quote(named)}.`;
  return { title, edits, effect: 'access', consequence };
}

function placeOf({ path, named, at }: TakenFor): Finding['related'][number] {
  return { at, message: `${quote(fileNameOf(path))} is taken for ${quote(named)}, which is named here.` };
}

import type { ConfigFile } from '../../syntax/config-file.js';
import { once } from '../../text/once.js';
import type { Range, Span } from '../../text/span.js';
import { hiddenInComment } from './hidden-in-comment.js';
import { joinedSpans } from './hidden-spans.js';
import { hiddenWords, placesOf } from './hidden-words.js';
import type { LinesShown } from './lines-shown.js';
import { spansOfManifestSecrets } from './manifest-secrets.js';
import { isReference, secretsToldIn } from './told-secrets.js';

/** What is known of secrets in a document that starts servers. */
export interface DocumentSecrets {
  /** Where they stand. */
  readonly secrets: readonly Range[];
  /** The configurations in it, of which all secrets are among these. */
  readonly regions: readonly Range[];
}

/**
 * Of a document that starts servers everything is shown but secrets: those of its servers, what stands behind a name
 * that tells of one, whoever it is for, the values of a Secret, and the same words wherever else they stand.
 */
export function documentShown(file: ConfigFile, { secrets, regions }: DocumentSecrets): LinesShown {
  const textAt = (line: number): string | undefined => file.lines.at(line)?.text;
  const known = once(() => spansByLine([...secrets, ...spansOfManifestSecrets(file, regions)], textAt));
  const secretsAt = (line: number): readonly Span[] => {
    const text = textAt(line) ?? '';
    return [...(known().get(line) ?? []), ...secretsToldIn(text, textAt(line - 1))].filter(
      ({ start, end }) => !isReference(text.slice(start, end)),
    );
  };
  const words = once(() => {
    const all = Array.from(file.lines.entries(), ([line, { text }]) => wordsHidden(text, secretsAt(line)));
    return [...new Set(all.flat())];
  });
  const repeated = (text: string) => words().flatMap((word) => placesOf(word, text));
  return {
    hiddenAt: (line) => {
      const text = textAt(line) ?? '';
      return joinedSpans(text, [...secretsAt(line), ...commentIn(text), ...repeated(text)]);
    },
    hiddenIn: (text, before) => {
      const told = secretsToldIn(text, before).filter(({ start, end }) => !isReference(text.slice(start, end)));
      return joinedSpans(text, [...told, ...commentIn(text), ...repeated(text)]);
    },
  };
}

/** What refers to a variable is no word of its own. */
function wordsHidden(text: string, spans: readonly Span[]): readonly string[] {
  const own = spans.filter(({ start, end }) => !text.slice(start, end).includes('${'));
  return hiddenWords(text, own).map((word) => word.replace(/^[<>#!]+/, ''));
}

/** A comment may hold yesterday's password. */
function commentIn(text: string): readonly Span[] {
  const start = text.length - text.trimStart().length;
  return text.charAt(start) === '#' ? hiddenInComment(text, { start, end: text.trimEnd().length }) : [];
}

/** What goes over several lines hides all that stands between. */
function spansByLine(
  ranges: readonly Range[],
  textAt: (line: number) => string | undefined,
): ReadonlyMap<number, readonly Span[]> {
  const spans = new Map<number, Span[]>();
  for (const { start, end } of ranges) {
    for (let line = start.line; line <= end.line; line++) {
      const text = textAt(line) ?? '';
      const from = line === start.line ? start.character : text.length - text.trimStart().length;
      const to = line === end.line ? end.character : text.trimEnd().length;
      if (from < to) spans.set(line, [...(spans.get(line) ?? []), { start: from, end: to }]);
    }
  }
  return spans;
}

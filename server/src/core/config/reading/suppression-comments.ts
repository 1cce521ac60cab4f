import type { Location, Source, SourceId } from '../occurrence.js';
import { LINTER_PREFIX, type LinterComment, linterCommentOf, ROLE_COMMENT, TARGET_COMMENT } from './linter-comment.js';

/** How a comment switches rules off or on again. */
export type SuppressionKind = 'disable-next-line' | 'disable' | 'enable';

/** A comment that speaks to the linter: `# redis-conf-lint-disable net-bind-all -- behind a firewall`. */
export interface SuppressionComment {
  /** The whole comment. */
  readonly at: Location;
  /** `unknown`: `redis-conf-lint-` and a word that means nothing. */
  readonly kind: SuppressionKind | 'unknown';
  /** `redis-conf-lint-disable`. */
  readonly word: { readonly text: string; readonly at: Location };
  /** The ids of rules, as written. */
  readonly rules: readonly { readonly id: string; readonly at: Location }[];
  /** What stands after `--`; undefined: nothing that somebody wrote. */
  readonly reason: string | undefined;
}

/** Other comments' business: `redis-conf-lint-target redis 7.2`, `redis-conf-lint-role cache`. */
const OTHERS: ReadonlySet<string> = new Set([TARGET_COMMENT, ROLE_COMMENT]);
const KINDS: ReadonlyMap<string, SuppressionKind> = new Map(
  (['disable-next-line', 'disable', 'enable'] as const).map((kind) => [LINTER_PREFIX + kind, kind]),
);

/** Between the rules and the reason. */
const SEPARATOR = /(?:^|\s)--(?:\s|$)/;
/** Stands for the reason in the comment that a fix inserts. */
const UNWRITTEN = 'TODO: say why';

/** Every comment of some files that speaks to the linter of rules, in order. */
export function readSuppressionComments(files: readonly Source[]): readonly SuppressionComment[] {
  return files.flatMap(({ id, file }) =>
    [...file.lines.telling()].flatMap(([index, line]) => {
      const comment = linterCommentOf(line);
      return comment && !OTHERS.has(comment.word) ? [suppressionFrom(id, index, comment)] : [];
    }),
  );
}

function suppressionFrom(source: SourceId, line: number, comment: LinterComment): SuppressionComment {
  const { at, word, wordAt, rest, restAt } = comment;
  const here = (start: number, length: number): Location => ({
    source,
    line,
    at: { start, end: start + length },
  });
  const ids = rest.split(SEPARATOR, 1)[0] ?? '';
  const reason = rest.slice(ids.length).replace(SEPARATOR, '').trim();
  return {
    at: { source, line, at },
    kind: KINDS.get(word) ?? 'unknown',
    word: { text: word, at: here(wordAt.start, word.length) },
    rules: [...ids.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
      id,
      at: here(restAt.start + index, id.length),
    })),
    reason: reason === '' || reason === UNWRITTEN ? undefined : reason,
  };
}

/** The comment that a fix inserts; the reason is for the person to write. */
export function suppressionComment(kind: SuppressionKind, rule: string): string {
  return `# ${LINTER_PREFIX}${kind} ${rule} -- ${UNWRITTEN}`;
}

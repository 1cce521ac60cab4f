import type { ConfigLine } from '../../syntax/config-line.js';
import type { Remember } from '../../text/remember.js';
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

/** Every comment of some files that speaks to the linter of rules, in order; the same object where it stands as before. */
export function readSuppressionComments(files: readonly Source[], remember: Remember): readonly SuppressionComment[] {
  const found: SuppressionComment[] = [];
  for (const { id, file } of files) {
    for (const [index, line] of file.lines.telling()) {
      if (line.kind !== 'comment' || !line.text.includes(LINTER_PREFIX)) continue;
      const held = remember(heldOf, line, line);
      if (!held.comment || OTHERS.has(held.comment.word)) continue;
      const { last } = held;
      if (last?.at.line !== index || last.at.source !== id) held.last = suppressionFrom(id, index, held.comment);
      if (held.last) found.push(held.last);
    }
  }
  return found;
}

/** What a comment says, and what it was where it stood last. */
const heldOf = (line: ConfigLine): { readonly comment: LinterComment | undefined; last?: SuppressionComment } => ({
  comment: linterCommentOf(line),
});

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

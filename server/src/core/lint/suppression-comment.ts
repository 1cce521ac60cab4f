/** How a comment switches rules off: one word for one scope. */
export type SuppressionKind = 'disable-next-line' | 'disable' | 'enable';

/** What starts every comment that speaks to this linter. */
export const COMMENT_PREFIX = 'redis-conf-lint-';

/** The comment that a fix inserts; the reason is for the person to write. */
export function suppressionComment(kind: SuppressionKind, rule: string): string {
  return `# ${COMMENT_PREFIX}${kind} ${rule} -- TODO: say why`;
}

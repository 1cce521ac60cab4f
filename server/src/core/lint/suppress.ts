import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { readSuppressionComments, type SuppressionComment } from '../config/suppression-comments.js';
import type { JudgedComment } from '../rules/rule.js';
import type { ConfigFile } from '../syntax/config-file.js';
import type { Finding } from './finding.js';

/** The findings that no comment switches off, and what became of each comment. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly comments: readonly JudgedComment[];
}

/** The lines from `from` to before `to` on which one id of one comment switches a rule off. */
interface Scope {
  readonly path: string;
  readonly rule: string;
  readonly from: number;
  readonly to: number;
  /** The place of the id: tells scopes apart. */
  readonly key: string;
}

/**
 * Applies the comments that switch rules off. A comment for the next line means the next line that is neither blank nor
 * a comment; `disable` lasts until `enable` with the same rule or with none, or to the end of its own file.
 * A comment for a rule that is off counts as used.
 */
export function suppress(
  findings: readonly Finding[],
  { files }: Pick<ResolvedConfiguration, 'files'>,
  knownRules: ReadonlySet<string>,
  isOff: (rule: string) => boolean,
): Suppressed {
  const comments = readSuppressionComments(files);
  if (comments.length === 0) return { findings, comments: [] };
  const scopes = comments.flatMap((comment) => scopesOf(comment, comments, fileOf(files, comment)));
  const used = new Set<string>();
  const left = findings.filter(({ rule, at: { path, line } }) => {
    const covering = scopes.filter((scope) => scope.path === path && scope.rule === rule && isIn(line, scope));
    for (const { key } of covering) used.add(key);
    return covering.length === 0;
  });
  const judged = comments.map((comment): JudgedComment => {
    const rules = comment.rules.map(({ id, at }, index) => {
      return { id, at, isKnown: knownRules.has(id), isUsed: isOff(id) || used.has(keyOf(comment, index)) };
    });
    return { ...comment, rules };
  });
  return { findings: left, comments: judged };
}

function scopesOf(comment: SuppressionComment, all: readonly SuppressionComment[], file: ConfigFile | undefined) {
  const { kind, at } = comment;
  if (kind === 'enable' || kind === 'unknown' || !file) return [];
  return comment.rules.map(({ id }, index): Scope => {
    const key = keyOf(comment, index);
    if (kind === 'disable-next-line') {
      const next = file.lines.findIndex((line, n) => n > at.line && line.kind !== 'blank' && line.kind !== 'comment');
      return { path: at.path, rule: id, from: next, to: next + 1, key };
    }
    const end = all.find(
      (other) =>
        other.kind === 'enable' &&
        other.at.path === at.path &&
        other.at.line > at.line &&
        (other.rules.length === 0 || other.rules.some((rule) => rule.id === id)),
    );
    return { path: at.path, rule: id, from: at.line, to: end?.at.line ?? file.lines.length, key };
  });
}

const isIn = (line: number, { from, to }: Scope): boolean => line >= from && line < to;

const keyOf = ({ at: { path, line } }: SuppressionComment, index: number): string => `${index} ${line} ${path}`;

function fileOf(files: ResolvedConfiguration['files'], { at }: SuppressionComment): ConfigFile | undefined {
  return files.find(({ path }) => path === at.path)?.file;
}

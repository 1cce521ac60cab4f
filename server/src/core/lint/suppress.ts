import type { Source, SourceId } from '../config/occurrence.js';
import type { SuppressionComment } from '../config/reading/suppression-comments.js';
import type { AppliedComment } from '../rules/rule.js';
import type { ConfigFile } from '../syntax/config-file.js';
import type { ConfigLine } from '../syntax/config-line.js';
import { groupBy } from '../text/group-by.js';
import type { FindingDraft } from './finding.js';
import { currentRuleId } from './renamed-rules.js';

/** The findings that no comment switches off, and what became of each comment. */
export interface Suppressed {
  readonly findings: readonly FindingDraft[];
  readonly comments: readonly AppliedComment[];
}

/** The lines from `from` to before `to` on which one id of one comment switches a rule off. */
interface Scope {
  readonly topic: Topic;
  readonly from: number;
  readonly to: number;
  /** The place of the id: tells scopes apart. */
  readonly key: string;
}

/** A rule in one file. */
type Topic = `${string}\n${string}`;

/**
 * Applies the comments that switch rules off. A comment for the next line means the next line that is neither blank nor
 * a comment; `disable` lasts until `enable` with the same rule or with none, or to the end of its own file.
 * A comment for a rule that is off counts as used.
 */
export function suppress(
  findings: readonly FindingDraft[],
  comments: readonly SuppressionComment[],
  { files }: { readonly files: readonly Source[] },
  knownRules: ReadonlySet<string>,
  isOff: (rule: string) => boolean,
): Suppressed {
  if (comments.length === 0) return { findings, comments: [] };
  const found = groupBy(findings, topicOf);
  const used = new Set<string>();
  const hidden = new Set<FindingDraft>();
  for (const [topic, scopes] of groupBy(scopesOf(comments, files), (scope) => scope.topic)) {
    const applied = applyScopes(scopes, found.get(topic) ?? []);
    for (const { key } of applied.used) used.add(key);
    for (const finding of applied.hidden) hidden.add(finding);
  }
  const left = findings.filter((finding) => !hidden.has(finding));
  const outcomes = comments.map((comment): AppliedComment => {
    const rules = comment.rules.map(({ id: written, at }, index) => {
      const id = currentRuleId(written);
      return { id, at, isKnown: knownRules.has(id), isUsed: isOff(id) || used.has(keyOf(comment, index)) };
    });
    return { ...comment, rules };
  });
  return { findings: left, comments: outcomes };
}

const topicOf = ({ rule, at: { source } }: FindingDraft): Topic => `${rule}\n${source}`;

/** What the scopes of one topic hide of its findings, and which of them cover any. */
function applyScopes(scopes: readonly Scope[], findings: readonly FindingDraft[]) {
  const sorted = findings.toSorted((a, b) => a.at.line - b.at.line);
  const used = scopes.filter(({ from, to }) => firstFrom(sorted, from) < firstFrom(sorted, to));
  const hidden: FindingDraft[] = [];
  let done = 0;
  for (const { from, to } of used.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(done, firstFrom(sorted, from));
    done = Math.max(done, firstFrom(sorted, to));
    for (const finding of sorted.slice(start, done)) hidden.push(finding);
  }
  return { used, hidden };
}

/** Of findings in the order of their lines, the index of the first one on a line or below it. */
function firstFrom(findings: readonly FindingDraft[], line: number): number {
  let first = 0;
  for (let end = findings.length; first < end; ) {
    const middle = (first + end) >> 1;
    if ((findings[middle]?.at.line ?? 0) < line) first = middle + 1;
    else end = middle;
  }
  return first;
}

function scopesOf(comments: readonly SuppressionComment[], files: readonly Source[]): readonly Scope[] {
  const bySource = groupBy(comments, ({ at }) => at.source);
  return files.flatMap(({ id, file }) => scopesIn(id, file, bySource.get(id) ?? []));
}

/** From the last comment up: those that end a scope are met before it. */
function scopesIn(source: SourceId, file: ConfigFile, comments: readonly SuppressionComment[]): readonly Scope[] {
  const scopes: Scope[] = [];
  const enabledAt = new Map<string, number>();
  let allEnabledAt = file.lines.count;
  let next = file.lines.count;
  let seenFrom = file.lines.count;
  for (const comment of [...comments].reverse()) {
    const { line } = comment.at;
    for (; seenFrom > line; seenFrom--) if (says(file.lines.at(seenFrom))) next = seenFrom;
    const { kind, rules } = comment;
    if (kind === 'enable') {
      for (const { id } of rules) enabledAt.set(currentRuleId(id), line);
      if (rules.length === 0) allEnabledAt = line;
      continue;
    }
    if (kind === 'unknown') continue;
    for (const [index, { id: written }] of rules.entries()) {
      const id = currentRuleId(written);
      const ownEnd = Math.min(enabledAt.get(id) ?? allEnabledAt, allEnabledAt);
      const [from, to] = kind === 'disable' ? [line, ownEnd] : [next, next + 1];
      scopes.push({ topic: `${id}\n${source}`, from, to, key: keyOf(comment, index) });
    }
  }
  return scopes;
}

/** A comment for the next line passes over blank lines and other comments. */
const says = (line: ConfigLine | undefined): boolean =>
  line !== undefined && line.kind !== 'blank' && line.kind !== 'comment';

const keyOf = ({ at: { source, line } }: SuppressionComment, index: number): string => `${index} ${line} ${source}`;

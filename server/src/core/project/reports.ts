import type { Verdict } from '../answers/verdict.js';
import type { Deployment } from '../config/deployment.js';
import { mergeStarts, type Starts } from '../config/meaning/starts.js';
import type { Location, SourceId } from '../config/occurrence.js';
import type { TakenFor } from '../config/reading/taken-for.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Unread } from '../config/unread.js';
import { SEVERITIES } from '../lint/cap.js';
import type { Finding } from '../lint/finding.js';
import { documentsIn } from '../lint/in-documents.js';
import { eachOnce } from '../text/each-once.js';
import { groupBy } from '../text/group-by.js';

/** What judging one deployment came to: nothing of its configuration, which for a thousand would fill the memory. */
export interface RootResult {
  readonly deployment: string;
  /** Every source read, the one that the server is started with first. */
  readonly sources: readonly SourceId[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly takenFor: readonly TakenFor[];
  readonly unread: readonly Unread[];
}

/** A configuration that was judged. */
interface Judged extends Pick<RootResult, 'findings' | 'verdict'> {
  readonly deployment: Pick<Deployment, 'id' | 'hosts'>;
  readonly config: Pick<ResolvedConfiguration, 'files' | 'takenFor' | 'unread'>;
}

/** What is kept of it. */
export function rootResultOf({ deployment, config, findings, verdict }: Judged): RootResult {
  const { takenFor, unread } = config;
  const sources = [...new Set(documentsIn({ files: config.files, deployment }).map(({ id }) => id))];
  return { deployment: deployment.id, sources, findings, verdict, takenFor, unread };
}

/** What all deployments say of one source, each finding once. */
export interface FileReport {
  readonly source: SourceId;
  /** Those that judge it, in their order. */
  readonly deployments: readonly string[];
  /** Whether they start, as far as it hangs on this source: of what a server is started with, on all that it reads. */
  readonly starts: Starts;
  /** What that hangs on and cannot be known here. */
  readonly undecided: readonly string[];
  /** What it names and what was not read. */
  readonly unread: readonly Unread[];
  /** What stands here in the place of files of another machine that it names. */
  readonly takenFor: readonly TakenFor[];
  readonly findings: readonly Finding[];
}

/**
 * Findings by the source that has to change, in the order in which sources were read. What several deployments say of one
 * that all of them read stands once, with the words of the first and as severe as the most severe.
 */
export function reportsByFile(results: Iterable<RootResult>): readonly FileReport[] {
  const merged = new Map<SourceId, FileReport>();
  for (const result of results) {
    for (const report of reportsOf(result)) {
      const known = merged.get(report.source);
      merged.set(report.source, known ? both(known, report) : report);
    }
  }
  return [...merged.values()];
}

/** What stands nowhere in the sources is said of the one that the server is started with. */
function reportsOf({ deployment, sources, findings, verdict, takenFor, unread }: RootResult): readonly FileReport[] {
  const [root] = sources;
  const known = new Set(sources);
  const own = groupBy(findings, ({ at }) => (known.has(at.source) ? at.source : root));
  return sources.map((source): FileReport => {
    const said = own.get(source) ?? [];
    return {
      source,
      deployments: [deployment],
      starts: source === root ? verdict.starts : startsOfPart(source, said, takenFor),
      undecided: source === root ? verdict.undecided : [],
      unread: unread.filter(({ at }) => at.source === source),
      takenFor: takenFor.filter(({ at }) => at.source === source),
      findings: said,
    };
  });
}

/** What a part does for the start of the whole. */
function startsOfPart(source: SourceId, findings: readonly Finding[], takenFor: readonly TakenFor[]): Starts {
  if (findings.some(({ isFatal }) => isFatal)) return 'no';
  return takenFor.some(({ path }) => path === source) ? 'unknown' : 'yes';
}

function both(known: FileReport, more: FileReport): FileReport {
  return {
    source: known.source,
    deployments: [...known.deployments, ...more.deployments],
    starts: mergeStarts(known.starts, more.starts),
    undecided: [...new Set([...known.undecided, ...more.undecided])],
    unread: eachOnce([...known.unread, ...more.unread], ({ path, at }) => placeOf(at, path)),
    takenFor: eachOnce([...known.takenFor, ...more.takenFor], ({ path, at }) => placeOf(at, path)),
    findings: mergeFindings(known.findings, more.findings),
  };
}

/** What two say of the same source: the same rule with the same words at the same place is the same finding. */
function mergeFindings(known: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  return eachOnce([...known, ...more], ({ rule, at, message }) => placeOf(at, rule, message), isMoreSevere).sort(
    (a, b) => a.at.line - b.at.line || a.at.at.start - b.at.at.start,
  );
}

const isMoreSevere = (one: Finding, other: Finding): boolean =>
  SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity);

const placeOf = ({ source, line, at }: Location, ...words: readonly string[]): string =>
  JSON.stringify([source, line, at.start, at.end, ...words]);

import {
  describeTeller,
  dialectIn,
  formatTarget,
  type LintResult,
  printable,
  targetId,
  withoutLinks,
} from '../../core/service.js';
import type { DocumentStatus } from '../protocol.js';
import type { Report } from './reports.js';

const SEVERITY_NAMES = { 1: 'error', 2: 'warning', 3: 'information', 4: 'hint' } as const;

/** Of several servers the one that is told of, the first that applies. */
const TONES: readonly DocumentStatus['tone'][] = ['refused', 'open', 'unknown', 'weak', 'fine'];

/**
 * What a status item shows of a document: of the server that it is a part of; of several that it starts, the one with most
 * to mend. Null where it starts none and nothing of it was left out.
 */
export function statusOf(report: Report): DocumentStatus | null {
  const { document, diagnostics, results } = report;
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity = 1 } of diagnostics) counts[SEVERITY_NAMES[severity]]++;
  const [told] = results.toSorted((a, b) => TONES.indexOf(a.verdict.tone) - TONES.indexOf(b.verdict.tone));
  const left = leftOut(report);
  if (told) return { uri: document.uri, counts, ...statusOfServer(told, report, left) };
  return left === '' ? null : { uri: document.uri, counts, ...NO_SERVER, sentence: left };
}

function statusOfServer({ deployment, disagreeing, config, verdict }: LintResult, report: Report, left: string) {
  const { target, facts } = deployment;
  const { starts, tone, short, sentence } = verdict;
  const isOneOfSeveral = report.document.traces !== undefined && report.results.length > 1;
  const named = isOneOfSeveral && facts ? `${printable(withoutLinks(facts.name))}: ${sentence}` : sentence;
  return {
    dialect: dialectIn(config, report.document.path),
    target: formatTarget(target.value),
    targetId: targetId(target.value),
    targetSource: target.by,
    targetReason: describeTeller(target, disagreeing),
    starts,
    tone,
    short,
    sentence: left === '' ? named : `${named} ${left}`,
  };
}

const NO_SERVER = {
  dialect: 'server',
  target: '',
  targetId: '',
  targetSource: 'default',
  targetReason: '',
  starts: 'unknown',
  tone: 'unknown',
  short: 'Not analysed',
} as const;

const REASONS = {
  'not-valid': 'not valid',
  template: 'a template',
  'alias-depth': 'too many aliases',
  undecodable: 'not decoded for sure',
  'too-large': 'too large',
} as const;

/** `Not analysed: line 12 (a template).` */
function leftOut({ analyses, document }: Report): string {
  const own = analyses.find((analysis) => analysis.document.key === document.key);
  const places = own?.notAnalysed.map(({ at, reason }) => `line ${at.line + 1} (${REASONS[reason]})`) ?? [];
  const shown = places.slice(0, MOST_PLACES);
  const more = places.length > shown.length ? [`${places.length - shown.length} more`] : [];
  return places.length === 0 ? '' : `Not analysed: ${[...shown, ...more].join(', ')}.`;
}

const MOST_PLACES = 3;

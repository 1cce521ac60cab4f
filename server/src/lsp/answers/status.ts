import { describeExposure, describeTeller, formatTarget, targetId } from '../../core/service.js';
import type { DocumentStatus } from '../protocol.js';
import type { Report } from './reports.js';

const SEVERITY_NAMES = { 1: 'error', 2: 'warning', 3: 'information', 4: 'hint' } as const;

/** What a status item shows of a document. */
export function statusOf({ document, diagnostics, analyses: [analysis] }: Report): DocumentStatus | null {
  if (!analysis) return null;
  const { dialect, target, disagreeing, starts, config } = analysis.result;
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity = 1 } of diagnostics) counts[SEVERITY_NAMES[severity]]++;
  return {
    uri: document.uri,
    dialect,
    target: formatTarget(target.value),
    targetId: targetId(target.value),
    targetSource: target.by,
    targetReason: describeTeller(target, disagreeing),
    counts,
    starts,
    exposure: describeExposure(config.exposure),
  };
}

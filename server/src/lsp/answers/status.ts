import { describeTeller, dialectIn, formatTarget, targetId } from '../../core/service.js';
import type { DocumentStatus } from '../protocol.js';
import type { Report } from './reports.js';

const SEVERITY_NAMES = { 1: 'error', 2: 'warning', 3: 'information', 4: 'hint' } as const;

/** What a status item shows of a document: of the server that it is a part of. */
export function statusOf({ document, diagnostics, analyses: [{ result }] }: Report): DocumentStatus {
  const {
    deployment: { target },
    disagreeing,
    config,
    verdict,
  } = result;
  const { starts, tone, short, sentence } = verdict;
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity = 1 } of diagnostics) counts[SEVERITY_NAMES[severity]]++;
  return {
    uri: document.uri,
    dialect: dialectIn(config, document.path),
    target: formatTarget(target.value),
    targetId: targetId(target.value),
    targetSource: target.by,
    targetReason: describeTeller(target, disagreeing),
    counts,
    starts,
    tone,
    short,
    sentence,
  };
}

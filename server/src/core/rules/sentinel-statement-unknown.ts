import type { LoadProblemOf } from '../config/load-problem.js';
import { STATEMENTS } from '../config/showing/vocabulary.js';
import { describeLifetimes, isAlive } from '../directives/catalog.js';
import { nearestTo } from '../directives/nearest.js';
import { SENTINEL_STATEMENT_NAMES, sentinelStatement } from '../directives/sentinel-statements.js';
import { formatTarget, type Target } from '../directives/target.js';
import { argumentCount } from './building-blocks/argument-count.js';
import { quoteName } from './building-blocks/quote.js';
import { lacks } from './building-blocks/unknown-parts.js';
import { refusalRule } from './refusal-rule.js';

export const sentinelStatementUnknown = refusalRule({
  id: 'sentinel-statement-unknown',
  summary: 'a sentinel line that Sentinel does not understand',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  codes: ['sentinel-unknown-statement'],
  message: (cause, { config }) => messageFor(cause, config.target),
});

function messageFor({ name, occurrence }: LoadProblemOf<'sentinel-unknown-statement'>, target: Target): string {
  const shown = quoteName(name, STATEMENTS, 'sentinel ');
  const facts = sentinelStatement(name.toLowerCase());
  if (!facts) return `${lacks('Sentinel', 'statement', shown)}. ${remedyFor(name)}`;
  if (!isAlive(facts.since, target)) {
    return `${lacks(formatTarget(target), 'statement', shown)}: it is in ${describeLifetimes(facts.since)}. Remove the line.`;
  }
  const [min, max] = facts.arity;
  const given = (occurrence?.args.length ?? 1) - 1;
  const remedy = given < min ? 'Add what is missing.' : 'Remove the rest.';
  return `${shown} takes ${argumentCount(min, max)}, but the line has ${given}. ${remedy}`;
}

function remedyFor(name: string): string {
  const [best] = nearestTo(name, SENTINEL_STATEMENT_NAMES);
  return best === undefined ? 'Correct the name, or remove the line.' : `Write "${best}".`;
}

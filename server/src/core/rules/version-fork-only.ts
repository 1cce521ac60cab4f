import { describeLifetimes, lifetimesOf, ownNameOf } from '../directives/catalog.js';
import { formatTarget } from '../directives/target.js';
import { otherProductOf } from './building-blocks/other-product.js';
import { quote } from './building-blocks/quote.js';
import { otherSpellingFixes } from './building-blocks/spelling-fixes.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const versionForkOnly: Rule = {
  id: 'version-fork-only',
  summary: 'a directive of another product: Valkey, Redis or KeyDB',
  category: 'versions',
  severity: 'error',
  references: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/config/',
    'https://valkey.io/topics/valkey.conf/',
  ],
  loadProblems: ['directive-of-fork'],
  reads: ['directive-of-fork'],
  check: checkForks,
};

function* checkForks(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  for (const cause of input.config.problemsOf('directive-of-fork')) {
    const key = cause.name.toLowerCase();
    const lifetimes = lifetimesOf(key);
    const own = ownNameOf(key);
    const remedy =
      own !== undefined && config.catalog.directive(own) !== undefined
        ? `Write "${config.catalog.preferredSpelling(own)}"`
        : 'Remove the line, or set the target';
    const only = `${quote(cause.name)} exists only in ${lifetimes ? describeLifetimes(lifetimes) : 'KeyDB'}`;
    const here = `${cause.isUndecided ? 'as far as is known not' : 'not'} in ${formatTarget(config.target)}`;
    yield {
      at: cause.at,
      message: `${only}, ${here}. ${remedy}.`,
      severity: lifetimes || !otherProductOf(config) ? (cause.isFatal ? 'error' : 'warning') : 'hint',
      cause,
      fixes: () => otherSpellingFixes(input, cause.name, cause.at),
    };
  }
}

import type { LoadProblemOf } from '../config/load-problem.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { describeLifetimes, lifetimesOf } from '../directives/catalog.js';
import type { Lifetimes } from '../directives/facts.js';
import { formatTarget } from '../directives/target.js';
import { isOfNoTarget, otherProductOf } from './building-blocks/other-product.js';
import { quote } from './building-blocks/quote.js';
import { otherSpelling, otherSpellingFixes } from './building-blocks/spelling-fixes.js';
import { refusalRule } from './refusal-rule.js';

export const versionForkOnly = refusalRule({
  id: 'version-fork-only',
  summary: 'a directive of another product: Valkey, Redis or KeyDB',
  category: 'versions',
  severity: 'error',
  references: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/config/',
    'https://valkey.io/topics/valkey.conf/',
  ],
  codes: ['directive-of-fork'],
  message: (cause, { config }) => {
    const lifetimes = lifetimesOf(cause.name.toLowerCase());
    const product = otherProductOf(config);
    if (lifetimes) return elsewhere(cause, lifetimes, config);
    return product === undefined
      ? `${quote(cause.name)} exists only in KeyDB, not in ${formatTarget(config.target)}. Remove the line.`
      : `Only KeyDB has this directive. Ignore this if the file is for ${product}, which this linter does not cover.`;
  },
  severityOf: (cause, { config }) => {
    if (isItsOwn(cause, config)) return 'hint';
    return cause.isFatal ? 'error' : 'warning';
  },
  fixes: (cause, input) => (isItsOwn(cause, input.config) ? [] : otherSpellingFixes(input, cause.name, cause.at)),
});

/** In a file that is called one of another product: it is to be left as it is. */
const isItsOwn = (cause: LoadProblemOf<'directive-of-fork'>, config: ResolvedConfiguration): boolean =>
  isOfNoTarget(cause) && otherProductOf(config) !== undefined;

function elsewhere(
  { name, isUndecided }: LoadProblemOf<'directive-of-fork'>,
  lifetimes: Lifetimes,
  { catalog, target }: ResolvedConfiguration,
): string {
  const other = otherSpelling(catalog, name);
  const remedy = other === undefined ? 'Remove the line, or set the target' : `Write "${other}"`;
  const only = `${quote(name)} exists only in ${describeLifetimes(lifetimes)}`;
  return `${only}, ${isUndecided ? 'as far as is known not' : 'not'} in ${formatTarget(target)}. ${remedy}.`;
}

import { describeLifetimes, lifetimesOf } from '../directives/catalog.js';
import { formatTarget } from '../directives/target.js';
import { otherProductOf } from './building-blocks/other-product.js';
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
  message: ({ name, isUndecided }, { config: { catalog, target } }) => {
    const lifetimes = lifetimesOf(name.toLowerCase());
    const other = otherSpelling(catalog, name);
    const remedy = other === undefined ? 'Remove the line, or set the target' : `Write "${other}"`;
    const only = `${quote(name)} exists only in ${lifetimes ? describeLifetimes(lifetimes) : 'KeyDB'}`;
    return `${only}, ${isUndecided ? 'as far as is known not' : 'not'} in ${formatTarget(target)}. ${remedy}.`;
  },
  severityOf: ({ name, isFatal }, { config }) => {
    if (!lifetimesOf(name.toLowerCase()) && otherProductOf(config)) return 'hint';
    return isFatal ? 'error' : 'warning';
  },
  fixes: ({ name, at }, input) => otherSpellingFixes(input, name, at),
});

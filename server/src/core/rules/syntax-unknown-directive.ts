import type { LoadProblemOf } from '../config/load-problem.js';
import { type Location, lineIn } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { isPasswordOf } from '../config/showing/hidden-spans.js';
import { DIRECTIVES } from '../config/showing/vocabulary.js';
import { isAlive, lifetimesOf, ownNameOf } from '../directives/catalog.js';
import { formatTarget } from '../directives/target.js';
import { guessAt } from './building-blocks/directive-effect.js';
import { replaceAt } from './building-blocks/edits.js';
import { writesForOldest } from './building-blocks/guessed-target.js';
import { otherProductOf, showsOtherProduct } from './building-blocks/other-product.js';
import { quote, quoteName, sentence } from './building-blocks/quote.js';
import { mayBeNew } from './building-blocks/unknown-parts.js';
import type { Fix, Problem, Rule, RuleInput, Severity } from './rule.js';

export const syntaxUnknownDirective: Rule = {
  id: 'syntax-unknown-directive',
  summary: 'a directive that no supported server knows',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['unknown-directive'],
  reads: ['unknown-directive', 'directive-of-fork', 'exposure', 'files', 'lines'],
  check: checkUnknownDirectives,
};

const MOST_FIXES = 3;
const LONGEST_NAME = 60;

function* checkUnknownDirectives(input: RuleInput): Iterable<Problem> {
  const known = new Set(input.knownDirectives?.map((name) => name.toLowerCase()));
  const causes = input.config.problemsOf('unknown-directive').filter(({ name }) => !known.has(name.toLowerCase()));
  const product = otherProductOf(input.config);
  const foreign = product === undefined ? [] : causes.filter((cause) => nearNames(input, cause).length === 0);
  const isSaid = showsOtherProduct(input.config);
  const own = new Set(isSaid ? foreign : foreign.length > 1 ? causes : []);
  if (product !== undefined && !isSaid) yield* ofOtherProduct(input, own, product);
  for (const cause of causes) {
    if (own.has(cause)) continue;
    const isPassword = isBelowPasswordName(input.config, cause.at);
    const near = nearNames(input, cause);
    const name = isPassword ? 'this word' : quotedNameOf(cause, input);
    yield {
      at: cause.at,
      message: mayBeNew(cause, input.config)
        ? sentence(
            `${name} is not known here; ${formatTarget(input.config.target)}, which is newer, may have it.`,
            'Look it up, or remove the line.',
          )
        : sentence(`${name} is not a directive.`, `${remedyFor(input, near[0])}.`),
      severity: cause.isFatal ? severityIn(input) : 'warning',
      cause,
      fixes: () => near.slice(0, MOST_FIXES).map((name) => changeTo(input, cause.at, name)),
    };
  }
}

type Cause = LoadProblemOf<'unknown-directive'>;

/** What it is like is compared with every name that there is. */
function quotedNameOf({ name, occurrence }: Cause, { remember }: RuleInput): string {
  return occurrence ? remember(quotedName, occurrence.directive, name) : quotedName(name);
}

const quotedName = (name: string): string => quoteName(name, DIRECTIVES, '', LONGEST_NAME);

function nearNames({ config }: RuleInput, { name, at }: Cause): readonly string[] {
  return isBelowPasswordName(config, at) ? [] : config.catalog.nearest(name);
}

/** Once for all of them: a file of another product has dozens, and some are like ours by chance. */
function* ofOtherProduct({ config }: RuleInput, causes: ReadonlySet<Cause>, product: string): Iterable<Problem> {
  const [first] = causes;
  if (!first) return;
  yield {
    at: first.at,
    message: `${causes.size} names in this file are not directives of ${formatTarget(config.target)}. Ignore this if it is for ${product}, which this linter does not cover.`,
    severity: 'hint',
    cause: first,
  };
}

/** Alone on the line below a `requirepass` that has no value. */
function isBelowPasswordName({ files }: ResolvedConfiguration, { source, line }: Location): boolean {
  const own = lineIn(files, { source, line });
  return own?.kind === 'directive' && isPasswordOf(own, lineIn(files, { source, line: line - 1 }));
}

function changeTo(input: RuleInput, at: Location, name: string): Fix {
  return writesForOldest(input, (oldest) => isAlive(lifetimesOf(name) ?? {}, oldest), {
    title: `Change to ${quote(name)}`,
    ...guessAt(ownNameOf(name)),
    edits: [replaceAt(at, name)],
  });
}

function remedyFor({ config }: RuleInput, best: string | undefined): string {
  const product = otherProductOf(config);
  if (best !== undefined) return `Write "${best}", or remove the line`;
  return product === undefined
    ? 'Remove the line, or check what it was meant to be'
    : `Ignore this if it is one of ${product}, which this linter does not cover`;
}

/** What a template engine makes of a line, and what another product's server makes of it, nobody can tell here. */
function severityIn({ config }: RuleInput): Severity {
  return config.exposure.origin === 'template' || otherProductOf(config) !== undefined ? 'hint' : 'error';
}

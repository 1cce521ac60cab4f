import { sourcesIn } from '../config/deployment.js';
import { type Occurrence, sourceIn } from '../config/occurrence.js';
import { fileNameOf } from '../config/paths.js';
import type { DirectiveName } from '../directives/catalog.js';
import { effectOf } from './building-blocks/directive-effect.js';
import { removeLine } from './building-blocks/edits.js';
import { wholeDirective } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { isSameEffect, repeatedDirectives } from './building-blocks/repetition.js';
import { weakens } from './building-blocks/weakens.js';
import type { Impact, Problem, Rule, RuleInput } from './rule.js';

export const structArgumentsOverrideFile: Rule = {
  id: 'struct-arguments-override-file',
  summary: 'an argument that overrides what the configuration file of the same server says',
  category: 'structure',
  severity: 'error',
  references: ['CWE-1188', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  reads: 'everything',
  check: checkArguments,
};

/** The server reads its arguments behind its file, so that they win. */
function* checkArguments({ config }: RuleInput): Iterable<Problem> {
  const { layers } = config.deployment;
  const last = layers.at(-1);
  if (last?.kind !== 'arguments' || sourcesIn({ layers }).length < 2) return;
  for (const { name, occurrences } of repeatedDirectives(config)) {
    const argument = occurrences.findLast(({ source }) => source === last.source.id);
    const line = occurrences.findLast(({ source }) => source !== last.source.id);
    if (argument && line) yield overriding(name, line, argument, placeOf(config, line));
  }
}

function overriding(name: DirectiveName, line: Occurrence, argument: Occurrence, place: string): Problem {
  const isWeaker = weakens(name, line, argument);
  const isSame = isSameEffect(name, line, argument);
  const written = quote(`--${argument.directive.name.raw}`);
  return {
    at: wholeDirective(argument),
    message: messageOf(written, place, isWeaker, isSame),
    severity: isWeaker ? 'error' : 'information',
    related: [{ at: wholeDirective(line), message: 'This line has no effect.' }],
    fixes: () => [
      {
        title: 'Remove the argument: the line in the file counts',
        ...impactOn(name, isSame),
        edits: [removeLine(argument)],
      },
    ],
  };
}

function impactOn(name: DirectiveName, isSame: boolean): Impact {
  if (isSame) return { effect: 'none', isPreferred: true };
  const consequence = 'The server then does what the file says, also for clients that rely on the argument.';
  return { effect: effectOf(name), consequence };
}

/** Where people see it: a file may stand in a document. */
function placeOf({ files }: RuleInput['config'], { source, line, directive }: Occurrence): string {
  const own = sourceIn(files, source);
  const shown = own?.place.toDocument(line, directive.name).start.line ?? line;
  return `line ${shown + 1} of ${quote(fileNameOf(own?.path ?? source))}`;
}

function messageOf(written: string, place: string, isWeaker: boolean, isSame: boolean): string {
  if (isWeaker) return `${written} overrides the stricter ${place}. Remove the argument.`;
  return isSame
    ? `${written} says again what ${place} says. Remove one of the two.`
    : `${written} overrides ${place}, which has no effect. Keep the one that is right.`;
}

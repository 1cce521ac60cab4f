import { mergeOutputBuffers } from '../../directives/arguments/output-buffers.js';
import { has } from '../../directives/capabilities.js';
import type { Directive } from '../../directives/catalog.js';
import type { Target } from '../../directives/target.js';
import { splitWords } from '../../syntax/split-words.js';
import { once } from '../../text/once.js';
import type { Dialect, Occurrence, ValueInForce } from '../occurrence.js';

/**
 * The value in force after these lines, in the order read: the last one wins, except where lines add up.
 * `save` and `client-output-buffer-limit` give what all lines amount to, the way CONFIG GET shows it.
 */
export function valueFrom(
  directive: Directive,
  occurrences: readonly Occurrence[],
  target: Target,
  dialect: Dialect,
): ValueInForce {
  const from = occurrences.at(-1);
  if (from === undefined) {
    const values = defaultWords(directive, defaultIn(directive, dialect));
    return { name: directive.name, values, from, overridden: [], isKnown: true };
  }
  if (directive.name === 'save') return saveValue(directive, occurrences, from, target);
  if (directive.name === 'client-output-buffer-limit') return bufferValue(directive, occurrences, from);
  if (CUMULATIVE.has(directive.name)) return cumulativeValue(directive, occurrences, from);
  const overridden = occurrences.slice(0, -1);
  return { name: directive.name, values: valuesOf([from]), from, overridden, isKnown: isAccepted(from) };
}

/** Of a thousand lines the words are seldom asked for, and whether they are known often. */
function cumulativeValue({ name }: Directive, occurrences: readonly Occurrence[], from: Occurrence): ValueInForce {
  const values = once(() => valuesOf(occurrences));
  return {
    name,
    get values() {
      return values();
    },
    from,
    overridden: [],
    isKnown: isAccepted(from),
  };
}

const valuesOf = (occurrences: readonly Occurrence[]): readonly string[] =>
  occurrences.flatMap(({ args }) => args.map(({ value }) => value));

/** Neither refused nor left open by a placeholder. */
const isAccepted = ({ shown }: Occurrence): boolean => shown !== undefined;

/** Every line counts; none replaces another. */
const CUMULATIVE: ReadonlySet<string> = new Set(['include', 'loadmodule', 'rename-command', 'sentinel', 'user']);

/** What CONFIG GET shows when no line sets it. A Sentinel has defaults of its own. */
export function defaultIn({ name, default: text }: Directive, dialect: Dialect): string | null {
  if (dialect !== 'sentinel') return text;
  if (name === 'port') return '26379';
  return name === 'protected-mode' ? 'no' : text;
}

function defaultWords({ facts }: Directive, text: string | null): readonly string[] {
  if (text === null) return [];
  return facts.multiArg ? splitWords(text).words.map(({ value }) => value) : [text];
}

/**
 * The first line drops the default save points, the following ones add theirs, `save ""` drops all.
 * Before Redis 7.0 each file with a `save` line starts afresh. From then on every `save` line below an `include` line of
 * its text does: coming back from the included text, 7.0.15 no longer knows that it reads a configuration.
 */
function saveValue(
  directive: Directive,
  occurrences: readonly Occurrence[],
  from: Occurrence,
  target: Target,
): ValueInForce {
  const isByFile = !has(target, 'save-replaces-below-include');
  const paths = new Set<string>();
  let counting: Occurrence[] = [];
  const overridden: Occurrence[] = [];
  for (const occurrence of occurrences) {
    const { source, args } = occurrence;
    const clears = args.length === 1 && (args[0]?.value === '' || args[0]?.value.startsWith('\0'));
    const startsAfresh = isByFile ? !paths.has(source) : occurrence.isAfterInclude;
    if (clears || startsAfresh) {
      for (const earlier of counting) overridden.push(earlier);
      counting = [];
    }
    paths.add(source);
    counting.push(occurrence);
  }
  const values = counting.flatMap(({ shown }) => (shown ? shown.split(' ') : []));
  return { name: directive.name, values, from, overridden, isKnown: counting.every(isAccepted) };
}

/** A line counts as long as one of its classes is not limited again. */
function bufferValue(directive: Directive, occurrences: readonly Occurrence[], from: Occurrence): ValueInForce {
  const inForce = occurrences.reduce(
    (limits, { shown }) => mergeOutputBuffers(limits, shown ?? ''),
    directive.default ?? '',
  );
  const lastOf = new Map(occurrences.flatMap((occurrence) => classesOf(occurrence).map((name) => [name, occurrence])));
  const deciding = new Set(lastOf.values());
  return {
    name: directive.name,
    values: inForce.split(' '),
    from,
    overridden: occurrences.filter((occurrence) => occurrence.shown !== undefined && !deciding.has(occurrence)),
    isKnown: occurrences.every(isAccepted),
  };
}

const classesOf = ({ shown = '' }: Occurrence): readonly string[] =>
  shown.split(' ').filter((_, index) => index % 4 === 0);

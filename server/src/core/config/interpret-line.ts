import type { Catalog, DirectiveName } from '../directives/catalog.js';
import { isRedisOrForkAtLeast } from '../directives/target.js';
import { checkValue } from '../directives/values.js';
import type { DirectiveLine } from '../syntax/config-line.js';
import { directiveSpan } from '../syntax/config-line.js';
import { splitWords } from '../syntax/split-words.js';
import type { Word } from '../syntax/word.js';
import type { Span } from '../text/span.js';
import { hasPlaceholder } from './placeholders.js';
import { refusedName, slipIn } from './refused-line.js';
import type { LoadProblemDetail, LoadStage } from './resolved-configuration.js';

/** What the target makes of one directive line, wherever it stands: a pure function of line and catalog. */
export interface LineReading {
  /** The directive that it sets; undefined for an unknown name. */
  readonly name: DirectiveName | undefined;
  readonly args: readonly Word[];
  readonly isTemplated: boolean;
  readonly problem?: LoadProblemDetail & { readonly at: Span; readonly stage: LoadStage; readonly isFatal: boolean };
}

export function readLine(line: DirectiveLine, catalog: Catalog): LineReading {
  const isTemplated = hasPlaceholder(line.text);
  const directive = catalog.lookup(line.key);
  if (directive === undefined) {
    const problem = { ...refusedName(line, catalog), stage: 'config', isFatal: true } as const;
    return { name: undefined, args: line.args, isTemplated, ...(isTemplated ? {} : { problem }) };
  }
  const args = directive.facts.multiArg ? resplit(line.args, catalog) : line.args;
  const reading = { name: directive.name, args, isTemplated };
  if (isTemplated) return reading;
  const [min, max] = directive.facts.arity ?? [1, 1];
  if (args.length < min || (max !== null && args.length > max)) {
    const at = max !== null && args.length > max ? spanFrom(args, max, line) : directiveSpan(line);
    const refusal = slipIn(line, min) ?? { code: 'wrong-arity', name: line.name.raw, min, max, given: args.length, at };
    return { ...reading, problem: { ...refusal, stage: 'config', isFatal: true } };
  }
  const [only] = args;
  if (directive.isIgnored || args.length !== 1 || only === undefined) return reading;
  const refused = checkValue(directive, only.value, catalog.target);
  if (!refused) return reading;
  const refusal = slipIn(line, min) ?? { ...refused, directive: directive.name, value: only.raw, at: only };
  return { ...reading, problem: { ...refusal, stage: 'config', isFatal: true } };
}

/** Redis 7.0 and later, Valkey: one non-empty argument of a multi-argument directive is split into words again. */
function resplit(args: readonly Word[], catalog: Catalog): readonly Word[] {
  const [only] = args;
  if (args.length !== 1 || !only || only.value === '' || !isRedisOrForkAtLeast(catalog.target, '7.0')) return args;
  const { words, error } = splitWords(only.value);
  if (error) return [];
  return words.map((word) => ({ ...word, start: only.start, end: only.end }));
}

/** From the first word that is too many to the last. */
function spanFrom(args: readonly Word[], index: number, line: DirectiveLine): Span {
  return { start: args[index]?.start ?? line.name.start, end: args.at(-1)?.end ?? line.name.end };
}

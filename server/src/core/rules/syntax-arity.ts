import type { LoadProblemOf } from '../config/load-problem.js';
import { factsOf, ownNameOf } from '../directives/catalog.js';
import { parseMemory } from '../directives/memory.js';
import { argumentCount } from './building-blocks/argument-count.js';
import { effectOf, guessAt } from './building-blocks/directive-effect.js';
import { removeLine, replaceArguments, replaceAt } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

export const syntaxArity = refusalRule({
  id: 'syntax-arity',
  summary: 'a directive with too few or too many arguments',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['wrong-arity'],
  message: (cause) =>
    `${quote(cause.name)} takes ${argumentCount(cause.min, cause.max)}, but the line has ${cause.given || 'none'}. ${remedyFor(cause)}`,
  fixes: fixesFor,
});

type WrongArity = LoadProblemOf<'wrong-arity'>;

function remedyFor({ given, min, max }: WrongArity): string {
  if (given < min) return 'Add what is missing, or remove the line.';
  return max === 1 ? 'Remove the rest, or put a value with spaces in quotes.' : 'Remove the rest.';
}

/** Numbers are joined with their unit and texts are quoted; a line without any argument says nothing and can go. */
function fixesFor({ name, given, min, max, occurrence }: WrongArity): readonly Fix[] {
  if (!occurrence) return [];
  const { directive, source, line } = occurrence;
  const own = ownNameOf(name.toLowerCase());
  if (given === 0 && directive.args.length === 0) {
    return [
      {
        title: 'Remove the line',
        effect: effectOf(own),
        consequence: 'The default is then in force: add the value instead if one was meant.',
        edits: [removeLine(occurrence)],
      },
    ];
  }
  const [first] = directive.args;
  if (max === null || given <= max || !first) return [];
  const kind = own && factsOf(own).kind;
  const joined = directive.args.map(({ raw }) => raw).join('');
  if ((kind === 'memory' || kind === 'percent-or-memory') && parseMemory(joined) !== undefined) {
    return [{ title: `Change to ${quote(joined)}`, ...guessAt(own), edits: [replaceArguments(occurrence, joined)] }];
  }
  const text = directive.text.slice(first.start, directive.args.at(-1)?.end);
  if (kind === 'string' && min === 1 && !/["'\\]/.test(text)) {
    return [
      { title: 'Put the whole value in quotes', ...guessAt(own), edits: [replaceArguments(occurrence, `"${text}"`)] },
    ];
  }
  const keep = directive.args[max - 1]?.end ?? directive.name.end;
  const rest = { source, line, at: { start: keep, end: directive.args.at(-1)?.end ?? keep } };
  return [{ title: 'Remove the extra arguments', ...guessAt(own), edits: [replaceAt(rest, '')] }];
}

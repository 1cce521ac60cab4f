import { nearestTo } from '../directives/nearest.js';
import { replaceAt } from './building-blocks/edits.js';
import { loadProblems, type Problem, type Rule, type RuleInput } from './rule.js';

export const syntaxUnknownDirective: Rule = {
  id: 'syntax-unknown-directive',
  summary: 'a directive that no supported server knows',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['unknown-directive'],
  check: checkUnknownDirectives,
};

function* checkUnknownDirectives(input: RuleInput): Iterable<Problem> {
  const known = new Set(input.knownDirectives?.map((name) => name.toLowerCase()));
  for (const cause of loadProblems(input, 'unknown-directive')) {
    if (known.has(cause.name.toLowerCase())) continue;
    const near = nearestTo(cause.name, input.config.catalog.spellings);
    const [best] = near;
    yield {
      at: cause.at,
      message: best
        ? `"${cause.name}" is not a directive. Write "${best}", or remove the line.`
        : `"${cause.name}" is not a directive. Remove the line, or check what it was meant to be.`,
      cause,
      fixes: near.slice(0, 3).map((name, index) => ({
        title: `Change to "${name}"`,
        safety: 'review' as const,
        isPreferred: index === 0 && near.length === 1,
        edits: [replaceAt(cause.at, name)],
      })),
    };
  }
}

import { replaceAt } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const structTemplateTagUnclosed: Rule = {
  id: 'struct-template-tag-unclosed',
  summary: 'a template tag that nothing closes',
  category: 'structure',
  severity: 'warning',
  references: ['CWE-1286', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['template-tag-unclosed'],
  reads: ['template-tag-unclosed', 'files', 'lines'],
  check: checkTags,
};

function* checkTags(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('template-tag-unclosed')) {
    const { source, line } = cause.at;
    const end = lineTextAt(input.config, cause.at).trimEnd().length;
    yield {
      at: cause.at,
      message: `"${cause.mark}" begins a template tag, and no "${cause.closing}" follows: no template engine takes the file, nor does the server. Close the tag, or remove it.`,
      cause,
      fixes: () => [
        {
          title: `Close the tag with "${cause.closing}" at the end of this line`,
          effect: 'access',
          consequence: 'A template engine then reads the line as a tag, and the server never sees it.',
          edits: [replaceAt({ source, line, at: { start: end, end } }, ` ${cause.closing}`)],
        },
      ],
    };
  }
}

import { replaceAt } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import { refusalRule } from './refusal-rule.js';

export const structTemplateTagUnclosed = refusalRule({
  id: 'struct-template-tag-unclosed',
  summary: 'a template tag that nothing closes',
  category: 'structure',
  severity: 'warning',
  references: ['CWE-1286', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['template-tag-unclosed'],
  message: ({ mark, closing }) =>
    `"${mark}" begins a template tag, and no "${closing}" follows: neither a template engine nor the server takes the file. Close the tag, or remove it.`,
  fixes: ({ at: { source, line }, at, closing }, { config }) => {
    const end = lineTextAt(config, at).trimEnd().length;
    return [
      {
        title: `Close the tag with "${closing}" at the end of this line`,
        effect: 'access',
        consequence: 'A template engine then reads the line as a tag, and the server never sees it.',
        edits: [replaceAt({ source, line, at: { start: end, end } }, ` ${closing}`)],
      },
    ];
  },
});

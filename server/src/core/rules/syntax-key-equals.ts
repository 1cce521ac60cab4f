import type { Location } from '../config/occurrence.js';
import { replaceAt } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

export const syntaxKeyEquals = refusalRule({
  id: 'syntax-key-equals',
  summary: '"=" or ":" between a directive and its value',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['key-with-separator'],
  message: ({ separator, name }) =>
    `"${separator}" after "${name}" is not part of the format. Separate the directive and its value with a space.`,
  fixes: ({ name, at }, { config }) => separateByBlank(name, at, lineTextAt(config, at)),
});

/** Further separators, up to the value, which may begin with a colon itself: `::1`. */
const MORE = /^[\s=:]*?(?=::?[0-9a-f]|[^\s=:]|$)/i;

/** Nothing to offer where no value follows. */
function separateByBlank(name: string, at: Location, text: string): readonly Fix[] {
  const more = MORE.exec(text.slice(at.at.end))?.[0].length ?? 0;
  if (at.at.end + more >= text.length) return [];
  const separator = { ...at, at: { start: at.at.start, end: at.at.end + more } };
  const title = 'Separate with a space';
  return [{ title, effect: 'safe', isPreferred: true, edits: [replaceAt(separator, `${name} `)] }];
}

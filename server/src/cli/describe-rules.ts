import { helpUrlOf } from '../core/lint/help-url.js';
import type { Rule } from '../core/rules/rule.js';
import type { Paint } from './terminal.js';
import { wrap } from './terminal.js';

/** --list-rules: by category, one line a rule. */
export function listRules(rules: readonly Rule[], paint: Paint, width: number): string {
  const longest = Math.max(...rules.map(({ id }) => id.length));
  const categories = [...new Set(rules.map(({ category }) => category))];
  const indent = 2 + longest + 2 + 'information'.length + 2;
  const row = ({ id, severity, summary }: Rule) => {
    const [first = '', ...more] = wrap(summary, Math.max(30, width - indent));
    const rest = more.map((line) => `\n${' '.repeat(indent)}${line}`).join('');
    return `  ${id.padEnd(longest)}  ${paint('dim', severity.padEnd('information'.length))}  ${first}${rest}`;
  };
  return categories
    .map((category) => {
      const members = rules.filter((rule) => rule.category === category);
      return `${paint('bold', category)}\n${members.map(row).join('\n')}\n`;
    })
    .join('\n');
}

/** --list-rules --format json. */
export function rulesAsJson(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, category, severity, summary }) => ({
    id,
    category,
    severity,
    summary,
    help: helpUrlOf(id),
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** The page of a rule. All pages weigh as much as the tool: they are a file of their own, which is read now. */
export const pageOf = (ruleId: string): string =>
  (require('./rule-pages.js') as typeof import('./rule-pages.js')).pageOf(ruleId);

/** --explain: the page; its headings stand out where they can. */
export function explain(ruleId: string, paint: Paint): string {
  let isInExample = false;
  const lines = pageOf(ruleId)
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) isInExample = !isInExample;
      return !isInExample && /^#+ /.test(line) ? paint('bold', line) : line;
    });
  return `${lines.join('\n')}\n\n${helpUrlOf(ruleId)}\n`;
}

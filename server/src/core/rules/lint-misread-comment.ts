import { nearestTo } from '../directives/nearest.js';
import { parseTarget } from '../directives/target.js';
import { tellingLinesOf } from '../syntax/config-file.js';
import { replaceAt } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import { type Problem, ROLES, type Rule, type RuleInput } from './rule.js';

export const lintMisreadComment: Rule = {
  id: 'lint-misread-comment',
  summary: 'a comment that names a target or a role which does not exist',
  category: 'structure',
  severity: 'warning',
  references: ['CWE-1116'],
  dialects: ['server', 'sentinel', 'acl'],
  check: checkComments,
};

const COMMENT = /^(\s*#\s*redis-conf-lint-(target|role)\s*)(.*?)\s*$/;

/** Whoever wrote it believes that the file is read for it. */
function* checkComments({ config }: RuleInput): Iterable<Problem> {
  const { path, file } = config.root;
  for (const [line, { kind, text }] of tellingLinesOf(file)) {
    const match = kind === 'comment' ? COMMENT.exec(text) : null;
    const [, before = '', what, named = ''] = match ?? [];
    if (!match || (what === 'target' ? parseTarget(named) : ROLES.some((role) => role === named.toLowerCase())))
      continue;
    const at = { path, line, at: { start: before.length, end: before.length + named.length } };
    const near = what === 'role' ? nearestTo(named, ROLES) : [];
    yield {
      at: named === '' ? { ...at, at: { start: text.indexOf('#'), end: text.trimEnd().length } } : at,
      message:
        what === 'target'
          ? `${quote(named)} is not a target, so the comment has no effect. Write, for example, "redis 7.2" or "valkey 8.1".`
          : `${quote(named)} is not a role, so the comment has no effect. Write one of ${ROLES.join(', ')}.`,
      fixes: near.map((role) => ({
        title: `Change to "${role}"`,
        effect: 'data',
        consequence: 'Findings about lost data are then those of a server of that role.',
        edits: [replaceAt(at, role)],
      })),
    };
  }
}

import type { Hover } from 'vscode-languageserver-types';
import { readRules } from '../acl/read-rules.js';
import type { AclRule } from '../acl/rule-syntax.js';
import { describeAclRule } from '../answers/describe-acl-rule.js';
import { summarizeUser } from '../answers/summarize-user.js';
import { userInMarkdown } from '../answers/word-in-markdown.js';
import type { SourceId } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { type Position, rangeOnLine, type Span } from '../text/span.js';
import { aclLineAt } from './acl-line.js';

/** What an ACL rule does, or on a user's name all that its rules come to; passwords and hashes are never shown. */
export function aclHover(config: ResolvedConfiguration, id: SourceId, position: Position): Hover | undefined {
  const { line } = position;
  const user = aclLineAt(config, id, line);
  if (!user) return undefined;
  const isHere = ({ start, end }: Span) => position.character >= start && position.character <= end;
  if (isHere(user.name)) return hoverOf(describeUser(config, id, line), line, user.name);
  const rules = readRules(user.rules, config.aclLanguage.dialect);
  const rule = innermost(rules, isHere);
  return rule && hoverOf(describeAclRule(rule, config.aclLanguage), line, rule.word);
}

function hoverOf(value: string | undefined, line: number, at: Span): Hover | undefined {
  return value === undefined ? undefined : { contents: { kind: 'markdown', value }, range: rangeOnLine(line, at) };
}

/** Undefined where another line describes the user, or a template placeholder leaves it open. */
function describeUser({ users, aclLanguage }: ResolvedConfiguration, id: SourceId, line: number): string | undefined {
  const user = users.find(({ at }) => at.source === id && at.line === line);
  if (!user || user.isTemplated) return undefined;
  const [first = '', ...rest] = summarizeUser(user.effective, aclLanguage);
  return [`${userInMarkdown(user.name)} ${first}`, '', ...rest.map((part) => `- ${part}`)].join('\n');
}

function innermost(rules: readonly AclRule[], isHere: (at: Span) => boolean): AclRule | undefined {
  const rule = rules.find(({ word }) => isHere(word));
  return rule?.kind === 'selector' ? (innermost(rule.rules, isHere) ?? rule) : rule;
}

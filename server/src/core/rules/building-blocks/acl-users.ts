import type { AclRule, Keyword } from '../../acl/rule-syntax.js';
import type { ConfigSource, Location, Occurrence } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isShownUserName } from '../../config/showing/shown-words.js';
import type { AclUser } from '../../config/users/users.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { Severity, SourceEdit } from '../rule.js';
import { mayRunEverything } from './acl-commands.js';
import { replaceAt } from './edits.js';
import { quote } from './quote.js';
import { severityByExposure } from './severity-by-exposure.js';

/** How messages call a user: its name in quotes, unless a password stands in its place. */
export function userLabel({ name }: Pick<AclUser, 'name'>): string {
  const shown = textOfBytes(name);
  return isShownUserName(shown) ? quote(shown) : quote('…');
}

/** The users whose rules are known. */
export function knownUsers({ users }: ResolvedConfiguration): readonly AclUser[] {
  return users.filter(({ isTemplated }) => !isTemplated);
}

/** The users but the default one that somebody can log in as: what the others may do matters to nobody. */
export function usableUsers(config: ResolvedConfiguration): readonly AclUser[] {
  return config.users.filter((user) => user.name !== 'default' && !user.isTemplated && isUsable(user.effective));
}

/** Whether it is on and has a password, or takes any. */
export function isUsable({ isOn, acceptsAnyPassword, passwords }: AclUser['effective']): boolean {
  return isOn && (acceptsAnyPassword || passwords.length > 0);
}

/** Whether the server refuses a rule of its line: what the line was to say of it is unknown. */
export function isRefused({ problemsOf }: ResolvedConfiguration, { at: { source, line } }: AclUser): boolean {
  return problemsOf('acl-syntax').some(({ at }) => at.source === source && at.line === line);
}

/** Names that administrators give their own accounts. */
export function hasAdminName({ name }: AclUser): boolean {
  return /admin|root|super|operator|^ops|^dba|^sre|maint/i.test(name);
}

/** Where a rule of a user stands. */
export function ruleAt({ at: { source, line } }: AclUser, { word: { start, end } }: AclRule): Location {
  return { source, line, at: { start, end } };
}

/** The last rule that is this keyword, outside of selectors. */
export function lastKeyword({ rules }: AclUser, keyword: Keyword): AclRule | undefined {
  return rules.findLast((rule) => rule.kind === 'keyword' && rule.keyword === keyword);
}

/** Removes one rule and the blanks before it. */
export function removeRule(user: AclUser, rule: AclRule): SourceEdit {
  const { rules } = user;
  const index = rules.findIndex(({ word }) => word.start === rule.word.start);
  return removeRuleAt(user, rules, index);
}

/** Removes one of a user's rules and the blanks before it. */
export function removeRuleAt(
  { at: { source, line, at } }: AclUser,
  rules: readonly AclRule[],
  index: number,
): SourceEdit {
  const start = rules[index - 1]?.word.end ?? at.end;
  return replaceAt({ source, line, at: { start, end: rules[index]?.word.end ?? start } }, '');
}

/** Adds rules at the end of the user's line, where they have the last word. */
export function appendRules({ whole: { source, line, at } }: AclUser, rules: string): SourceEdit {
  return replaceAt({ source, line, at: { start: at.end, end: at.end } }, ` ${rules}`);
}

/**
 * Of a user that anybody logs in as. By exposure; an ACL file alone says nothing of the network, but whoever may run
 * everything is an open server wherever it is used.
 */
export function aclSeverity(config: ResolvedConfiguration, user: Pick<AclUser, 'effective'>): Severity {
  if (config.dialect !== 'acl') return severityByExposure(config.exposure);
  return mayRunEverything(config, user) ? 'error' : 'warning';
}

/** The ACL file in force, where it could be read. */
export function aclFileOf({ dialect, root, files }: ResolvedConfiguration): ConfigSource | undefined {
  return dialect === 'acl' ? root : files.find((file) => file.dialect === 'acl');
}

/** The first line that gives users ACL rules, itself or by a file. */
export function aclLineOf({ occurrences, inForce }: ResolvedConfiguration): Occurrence | undefined {
  return occurrences('user')[0] ?? inForce('aclfile')?.from;
}

/** Takes every rule about commands out of a user's line and adds others at its end. */
export function replaceCommandRules(user: AclUser, rules: string): readonly SourceEdit[] {
  const isAboutCommands = (rule: AclRule) =>
    rule.kind === 'command' ||
    rule.kind === 'category' ||
    (rule.kind === 'keyword' && (rule.keyword === 'allcommands' || rule.keyword === 'nocommands'));
  const old = user.rules;
  return [
    ...old.flatMap((rule, index) => (isAboutCommands(rule) ? [removeRuleAt(user, old, index)] : [])),
    appendRules(user, `-@all ${rules}`),
  ];
}

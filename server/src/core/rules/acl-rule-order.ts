import { type CommandSets, hasCommand } from '../acl/command-set.js';
import { type Command, lookupCategory } from '../acl/commands.js';
import type { AclRule } from '../acl/rule-syntax.js';
import type { AclUser } from '../config/users/users.js';
import { appendRules, removeRuleAt, ruleAt } from './building-blocks/acl-users.js';
import { replaceAt } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import type { Problem } from './rule.js';
import { userRule } from './user-rule.js';

export const aclRuleOrder = userRule({
  id: 'acl-rule-order',
  summary: 'a rule that a later one undoes',
  category: 'acl',
  severity: 'error',
  references: ['CWE-863', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'known',
  check: (user, { config }) => {
    const { rules } = user;
    return [
      ...undoneRemovals(user, rules, config.aclLanguage.sets),
      ...droppedGrants(user, rules),
      ...undoneGrants(user, rules, config.aclLanguage.sets),
    ];
  },
});

/** `-@dangerous +@all`: everything that was taken away is back at the end. */
function* undoneRemovals(user: AclUser, rules: readonly AclRule[], sets: CommandSets): Iterable<Problem> {
  const { commands } = user.effective.permissions;
  let lastGrants: ReadonlyMap<Command, number> | undefined;
  for (const [index, rule] of rules.entries()) {
    if ((rule.kind !== 'command' && rule.kind !== 'category') || rule.isAllowed) continue;
    const removed = commandsOf(rule, sets);
    if (removed.length === 0 || !removed.every((command) => hasCommand(commands, command))) continue;
    lastGrants ??= lastGrantsIn(rules, sets);
    const undoing = rules[lastGrantAmong(removed, lastGrants)];
    if (!undoing) continue;
    yield {
      at: ruleAt(user, rule),
      message: `${quote(rule.word.raw)} has no effect: ${quote(undoing.word.raw)} after it allows it all again. Move it to the end.`,
      related: [{ at: ruleAt(user, undoing), message: 'This rule undoes it.' }],
      fixes: () => [
        {
          title: `Move ${quote(rule.word.raw)} to the end`,
          effect: 'access',
          consequence: 'The user loses what the rule takes away, and clients that need it are refused.',
          edits: [removeRuleAt(user, rules, index), appendRules(user, rule.word.raw)],
        },
      ],
    };
  }
}

function commandsOf(rule: AclRule, sets: CommandSets): readonly Command[] {
  if (rule.kind === 'keyword' && rule.keyword === 'allcommands') return sets.table.commands;
  if (rule.kind === 'command') return [sets.table.lookup(rule.name) ?? []].flat();
  const category = rule.kind === 'category' ? lookupCategory(rule.name) : undefined;
  return category ? sets.table.inCategory(category) : [];
}

/** For each command the index of the last rule that allows it. */
function lastGrantsIn(rules: readonly AclRule[], sets: CommandSets): ReadonlyMap<Command, number> {
  const last = new Map<Command, number>();
  const seen = new Set<string>();
  for (let index = rules.length - 1; index >= 0; index--) {
    const rule = rules[index];
    const isGrant =
      rule?.kind === 'keyword' || ((rule?.kind === 'command' || rule?.kind === 'category') && rule.isAllowed);
    if (!rule || !isGrant || seen.has(rule.word.value)) continue;
    seen.add(rule.word.value);
    for (const command of commandsOf(rule, sets)) if (!last.has(command)) last.set(command, index);
  }
  return last;
}

/** The index of the last rule that allows one of some commands, or its container; -1: none does. */
function lastGrantAmong(commands: readonly Command[], lastGrants: ReadonlyMap<Command, number>): number {
  const grantOf = (command: Command | undefined) => (command && lastGrants.get(command)) ?? -1;
  return commands.reduce((last, command) => Math.max(last, grantOf(command), grantOf(command.parent)), -1);
}

const DROPS = [
  { keyword: 'resetkeys', noun: 'key pattern', isGrant: ({ kind }: AclRule) => kind === 'keys' },
  { keyword: 'resetchannels', noun: 'channel', isGrant: ({ kind }: AclRule) => kind === 'channel' },
  {
    keyword: 'nocommands',
    noun: 'command',
    isGrant: (rule: AclRule) => (rule.kind === 'command' || rule.kind === 'category') && rule.isAllowed,
  },
] as const;

/** `~app:* resetkeys`: what was granted before is gone, and nothing comes after. */
function* droppedGrants(user: AclUser, rules: readonly AclRule[]): Iterable<Problem> {
  for (const { keyword, noun, isGrant } of DROPS) {
    const reset = rules.findLast((rule) => rule.kind === 'keyword' && rule.keyword === keyword);
    if (!reset) continue;
    const grants = rules.filter(isGrant);
    const last = grants.at(-1);
    if (!last || last.word.start > reset.word.start) continue;
    const [first = last] = grants;
    const raw = reset.word.raw;
    yield {
      at: ruleAt(user, reset),
      message: `${quote(raw)} takes back every ${noun} allowed before it, and nothing follows. Move it to the front.`,
      related: [{ at: ruleAt(user, last), message: 'This rule has no effect.' }],
      fixes: () => [
        {
          title: `Move ${quote(raw)} to the front`,
          effect: 'access',
          consequence: 'The user gets what the rules before it allow.',
          edits: [removeRuleAt(user, rules, rules.indexOf(reset)), insertBefore(user, first, raw)],
        },
      ],
    };
  }
}

/** `+psync -@dangerous`: what is allowed by its name is taken away with the category that it belongs to. */
function* undoneGrants(user: AclUser, rules: readonly AclRule[], sets: CommandSets): Iterable<Problem> {
  const lastRemoval = rules.findLastIndex((rule) => rule.kind === 'category' && !rule.isAllowed);
  for (const [index, rule] of rules.slice(0, Math.max(lastRemoval, 0)).entries()) {
    if (rule.kind !== 'command' || !rule.isAllowed) continue;
    const command = sets.table.lookup(rule.name);
    if (!command || command.subcommands.length > 0) continue;
    if (hasCommand(user.effective.permissions.commands, command)) continue;
    const undoing = rules.slice(index + 1).find((later) => takesAway(later, command, sets));
    if (undoing?.kind !== 'category') continue;
    yield {
      at: ruleAt(user, rule),
      message: `${quote(rule.word.raw)} has no effect: ${quote(undoing.word.raw)} after it takes it away again. Move it to the end.`,
      state: `${user.name} ${undoing.word.raw}`,
      severity: 'warning',
      related: [{ at: ruleAt(user, undoing), message: 'This rule undoes it.' }],
      fixes: () => [
        {
          title: `Move ${quote(rule.word.raw)} to the end`,
          effect: 'access',
          consequence: 'The user may run that command then, as the rule says.',
          edits: [removeRuleAt(user, rules, index), appendRules(user, rule.word.raw)],
        },
      ],
    };
  }
}

const takesAway = (rule: AclRule, command: Command, sets: CommandSets): boolean =>
  (rule.kind === 'command' || rule.kind === 'category') && !rule.isAllowed && commandsOf(rule, sets).includes(command);

function insertBefore(user: AclUser, { word: { start } }: AclRule, text: string) {
  const { source, line } = user.at;
  return replaceAt({ source, line, at: { start, end: start } }, `${text} `);
}

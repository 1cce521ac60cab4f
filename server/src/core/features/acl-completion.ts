import type { CompletionItem } from 'vscode-languageserver-types';
import { CATEGORIES } from '../acl/commands.js';
import type { AclLanguage } from '../acl/effective-user.js';
import { ACL_KEYWORDS, parseRule } from '../acl/rule-syntax.js';
import { describeAclRule } from '../answers/describe-acl-rule.js';
import { lineIn, type SourceId } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { bytesOf } from '../syntax/bytes.js';
import type { Word } from '../syntax/word.js';
import { type Position, rangeOnLine } from '../text/span.js';
import { isAclFile } from './acl-line.js';

/** LSP's numbers of the kinds that are offered. */
const KIND = { command: 3, category: 20, keyword: 14, user: 12 } as const;
/** Begins of rules that need something of the user's own behind them. */
const BEGINNINGS = ['~', '%R~', '%W~', '%RW~', '&', '>', '#'];
const NOT_IN_SELECTORS =
  /^(on|off|nopass|resetpass|sanitize-payload|skip-sanitize-payload|reset|clearselectors|>.*|#.*)$/;

interface Offer {
  readonly label: string;
  readonly kind: (typeof KIND)[keyof typeof KIND];
  readonly detail?: string;
}

/** Rules that the target knows, where a user's line goes on; undefined outside of users' lines. */
export function aclCompletion(
  config: ResolvedConfiguration,
  id: SourceId,
  { line, character }: Position,
): readonly CompletionItem[] | undefined {
  const text = lineIn(config.files, { source: id, line })?.text ?? '';
  const before = text.slice(0, character);
  const isFile = isAclFile(config, id);
  const user = /^\s*user[ \t]+(\S*)/i.exec(before);
  const rules = user ? before.slice(user[0].length) : undefined;
  const typed = before.slice(Math.max(...[' ', '\t', '(', '"'].map((end) => before.lastIndexOf(end))) + 1);
  const offers = (): readonly Offer[] => {
    if (rules === undefined) return /^\s*\w*$/.test(before) ? [{ label: 'user', kind: KIND.user }] : [];
    if (rules === '') return defaultUser(config, user?.[1] ?? '');
    return rulesFor(typed, rules.lastIndexOf('(') > rules.lastIndexOf(')'), config.aclLanguage);
  };
  if (!isFile && rules === undefined) return undefined;
  const range = rangeOnLine(line, { start: character - typed.length, end: character });
  return offers().map((offer) => ({ ...offer, textEdit: { range, newText: offer.label } }));
}

/** The documentation of an offered rule. */
export function describeAclCompletion(config: ResolvedConfiguration, label: string): string | undefined {
  return describeAclRule(parseRule(wordOf(label), config.aclLanguage.dialect), config.aclLanguage);
}

function defaultUser({ users }: ResolvedConfiguration, typed: string): readonly Offer[] {
  const isDescribed = typed !== 'default' && users.some(({ name }) => name === 'default');
  return isDescribed
    ? []
    : [{ label: 'default', kind: KIND.user, detail: 'the user of connections that have not logged in' }];
}

function rulesFor(typed: string, isInSelector: boolean, language: AclLanguage): readonly Offer[] {
  const sign = typed.charAt(0);
  if (sign === '+' || sign === '-') return permissions(sign, typed.slice(1).toLowerCase(), language);
  return [...ACL_KEYWORDS, ...BEGINNINGS]
    .filter((label) => isKnown(label, language) && !(isInSelector && NOT_IN_SELECTORS.test(label)))
    .filter((label) => label.startsWith(typed.toLowerCase()) || label.startsWith(typed))
    .map((label) => ({ label, kind: KIND.keyword }));
}

/** Categories behind `@`, subcommands behind `|`; before that commands and categories. */
function permissions(sign: string, typed: string, { sets: { table } }: AclLanguage): readonly Offer[] {
  const container = /^[^@|]+(?=\|)/.exec(typed)?.[0];
  const commands = container
    ? (table.lookup(container)?.subcommands ?? [])
    : table.commands.filter(({ parent }) => parent === undefined);
  const categories = container
    ? []
    : ['all', ...CATEGORIES.filter((category) => table.inCategory(category).length > 0)];
  return [
    ...(typed.startsWith('@') ? [] : commands).map(({ name, categories: of }) => ({
      label: sign + name,
      kind: KIND.command,
      detail: [...of].map((category) => `@${category}`).join(' '),
    })),
    ...categories.map((category) => ({ label: `${sign}@${category}`, kind: KIND.category })),
  ];
}

/** A hash of the right form stands for the user's own. */
function isKnown(label: string, { dialect }: AclLanguage): boolean {
  return label === '#' || parseRule(wordOf(label), dialect).kind !== 'invalid';
}

function wordOf(raw: string): Word {
  return { raw, value: bytesOf(raw, 'utf-8'), quote: 'plain', start: 0, end: raw.length };
}

import type { AclRule } from '../acl/rule-syntax.js';
import { ACL_KEYWORDS } from '../acl/rule-syntax.js';
import type { AclSyntaxReason } from '../config/load-problem.js';
import type { Location } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { nearestTo } from '../directives/nearest.js';
import { lowerCaseAscii } from '../syntax/config-line.js';
import { guessAt } from './building-blocks/directive-effect.js';
import { removeWord, replaceAt } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const aclSyntax: Rule = {
  id: 'acl-syntax',
  summary: 'a rule or line about a user that the server refuses',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-syntax'],
  reads: ['acl-syntax'],
  check: checkAclSyntax,
};

/** A word without a sign may be a password that lacks its `>`: it is quoted only where it is close to a real rule. */
function* checkAclSyntax(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('acl-syntax')) {
    const { at, reason, rule } = cause;
    if (reason === 'unknown-rule' && rule) {
      yield { at, cause, ...unknownRule(rule, at) };
    } else {
      yield { at, cause, message: MESSAGES[reason], fixes: () => fixesOf(input.config, cause) };
    }
  }
}

/** Words that people expect by analogy. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['nokeys', 'resetkeys'],
  ['nochannels', 'resetchannels'],
  ['enabled', 'on'],
  ['disabled', 'off'],
]);

function unknownRule({ word }: AclRule, at: Location): Pick<Problem, 'message' | 'fixes'> {
  const near = [EXPECTED.get(lowerCaseAscii(word.value)) ?? [], nearestTo(word.value, ACL_KEYWORDS)].flat();
  const [best] = near;
  if (best === undefined) {
    const message =
      'This word is not an ACL rule: the server refuses to start. Put ">" before a password, "~" before keys.';
    return { message };
  }
  return {
    message: `${quote(word.raw)} is not an ACL rule: the server refuses to start. Change it to "${best}".`,
    fixes: () =>
      near
        .slice(0, 2)
        .map((keyword) => ({ title: `Change to "${keyword}"`, ...guessAt('user'), edits: [replaceAt(at, keyword)] })),
  };
}

const MESSAGES: Readonly<Record<AclSyntaxReason, string>> = {
  'unknown-rule': 'This word is not an ACL rule. Correct it.',
  'bad-hash':
    'A hash is exactly 64 lower-case hexadecimal digits; the server refuses this one. Write the SHA-256 in full.',
  'white-space-in-pattern':
    'A key or channel pattern cannot hold white space; the server refuses it. Use "?" in its place.',
  'bad-key-permission': '"%" needs R, W or both, then "~" and a pattern; the server refuses this. Write "%R~pattern".',
  'bad-database': 'A database list is numbers and commas without spaces; the server refuses this. Write "db=0,1".',
  'database-out-of-range':
    'A database is a number from 0 to 2147483647; the server refuses this one. Correct the number.',
  'not-in-selector':
    'A selector holds only commands, keys and channels; the server refuses this. Move it out of the parentheses.',
  'nested-selector':
    'A selector cannot hold another selector; the server refuses it. Close the first parenthesis before it.',
  'unmatched-parenthesis':
    'This selector has no closing parenthesis; the server refuses it or crashes. Add ")" after its last rule.',
  'empty-subcommand': 'Nothing follows the "|"; the server refuses the rule. Name the subcommand, or remove the "|".',
  'nested-subcommand':
    'A subcommand has no parts of its own; the server refuses the rule. Remove the second "|" and the rest.',
  'pattern-after-all-keys':
    'Every key is allowed already, so the server refuses this pattern. Remove "allkeys" or "~*" before it, or put "resetkeys" in between.',
  'pattern-after-all-channels':
    'Every channel is allowed already, so the server refuses this pattern. Put "resetchannels" before it.',
  'missing-password':
    'The user does not have the password that this rule removes; the server refuses it. Remove the rule.',
  channels: 'Channel rules came with Redis 6.2; this version refuses them. Remove the rule.',
  'sanitize-payload': 'Payload rules came with Redis 6.2; this version refuses them. Remove the rule.',
  'white-space-in-name': 'A user name cannot hold white space: the server refuses to start. Choose a name without it.',
  'not-a-user-line':
    'Every line of an ACL file is "user", in lower case, a space and a name. Correct or remove this line.',
};

function fixesOf(
  config: ResolvedConfiguration,
  { reason, at, rule }: { readonly reason: AclSyntaxReason; readonly at: Location; readonly rule?: AclRule },
): readonly Fix[] {
  const raw = rule?.word.raw ?? '';
  switch (reason) {
    case 'bad-hash':
      return lowerCaseHash(at, rule?.word.value ?? '');
    case 'pattern-after-all-keys':
      return [resetBefore(at, raw, 'keys')];
    case 'pattern-after-all-channels':
      return [resetBefore(at, raw, 'channels')];
    case 'missing-password':
    case 'channels':
    case 'sanitize-payload':
      return [
        reviewed(
          'Remove the rule',
          'The server then starts without it: check what the user may do, and with which password.',
          removeWord(config, at),
        ),
      ];
    case 'unmatched-parenthesis':
      return [
        reviewed(
          'Close the selector',
          'The user gets what the selector allows: check its rules.',
          replaceAt(at, `${raw})`),
        ),
      ];
    default:
      return [];
  }
}

const resetBefore = (at: Location, raw: string, what: 'keys' | 'channels'): Fix =>
  reviewed(
    `Put "reset${what}" before it`,
    `The user then has this pattern and those after it, not all ${what}.`,
    replaceAt(at, `reset${what} ${raw}`),
  );

function reviewed(title: string, consequence: string, edit: Fix['edits'][number]): Fix {
  return { title, effect: 'access', consequence, edits: [edit] };
}

function lowerCaseHash(at: Location, value: string): readonly Fix[] {
  if (!/^[#!][0-9a-f]{64}$/i.test(value)) return [];
  const edits = [replaceAt(at, lowerCaseAscii(value))];
  return [{ title: 'Write the hash in lower case', effect: 'safe', isPreferred: true, edits }];
}

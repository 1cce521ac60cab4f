import { type LinterComment, linterCommentOf, ROLE_COMMENT, TARGET_COMMENT } from '../config/reading/linter-comment.js';
import { shownLength } from '../config/showing/shown-words.js';
import { vocabularyOf } from '../config/showing/vocabulary.js';
import { nearestTo } from '../directives/nearest.js';
import { RELEASE_LINES } from '../directives/release-lines.js';
import { parseTarget } from '../directives/target.js';
import { replaceAt } from './building-blocks/edits.js';
import { quote, quoteName, sentence } from './building-blocks/quote.js';
import { type Problem, ROLES, type Rule, type RuleInput } from './rule.js';

export const lintMisreadComment: Rule = {
  id: 'lint-misread-comment',
  summary: 'a comment that names a target or a role which does not exist',
  category: 'structure',
  severity: 'warning',
  references: ['CWE-1116'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['lines'],
  check: checkComments,
};

/** Whoever wrote it believes that the file is read for it. */
function* checkComments({ config }: RuleInput): Iterable<Problem> {
  const { id, file } = config.root;
  for (const [line, node] of file.lines.telling()) {
    const comment = linterCommentOf(node);
    const misread = comment && misreadOf(comment);
    if (!misread) continue;
    const { rest, restAt } = comment;
    const named = { source: id, line, at: restAt };
    yield {
      at: rest === '' ? { ...named, at: comment.at } : named,
      message: misread.message,
      fixes: () =>
        misread.near.map((role) => ({
          title: `Change to "${role}"`,
          effect: 'data',
          consequence: 'Findings about lost data are then those of a server of that role.',
          edits: [replaceAt(named, role)],
        })),
    };
  }
}

interface Misread {
  readonly message: string;
  /** What was probably meant. */
  readonly near: readonly string[];
}

function misreadOf({ word, rest }: LinterComment): Misread | undefined {
  if (word === TARGET_COMMENT && !parseTarget(rest)) {
    return { message: targetMistake(rest), near: [] };
  }
  if (word !== ROLE_COMMENT || ROLES.some((role) => role === rest.toLowerCase())) return undefined;
  const fact = `${quoteName(rest, vocabularyOf(ROLES))} is not a role, so the comment has no effect.`;
  const message = sentence(fact, `Write one of ${ROLES.join(', ')}.`);
  return { message, near: nearestTo(rest, ROLES) };
}

const LONGEST_TARGET = 16;

/** A version that does not exist is answered with those near it that do: all of them outgrow a message. */
function targetMistake(named: string): string {
  const [, name, major] = /^(redis|valkey)[-\s:@]+v?(\d+)/i.exec(named) ?? [];
  const product = name?.toLowerCase();
  if (product !== 'redis' && product !== 'valkey') {
    return `${shownTarget(named)} is not a target, so the comment has no effect. Write, for example, "redis 7.2" or "valkey 8.1".`;
  }
  const lines = RELEASE_LINES[product];
  const near = lines.filter((line) => line.startsWith(`${major}.`));
  const known = near.length > 0 ? near.join(', ') : `${lines[0]} to ${lines.at(-1)}`;
  return `No server is ${shownTarget(named)}: the comment has no effect. Known are ${known}.`;
}

const PRODUCTS = vocabularyOf([
  ...['redis', 'valkey', 'keydb', 'dragonfly', 'garnet', 'kvrocks', 'pika', 'stack', 'server', 'latest'],
]);

/** Products and versions; what else stands there may be anything. */
function shownTarget(named: string): string {
  const isShown = (word: string) => /^v?[\d.x]{1,8}$/.test(word) || shownLength(word, PRODUCTS) === word.length;
  return quote(named.split(/[-\s:@]/).every(isShown) ? named : '…', LONGEST_TARGET);
}

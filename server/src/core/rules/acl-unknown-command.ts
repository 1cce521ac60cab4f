import { commandLifetimes } from '../acl/commands.js';
import type { Location } from '../config/occurrence.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { describeLifetimes } from '../directives/catalog.js';
import { commandHost } from './building-blocks/acl-commands.js';
import { guessAt } from './building-blocks/directive-effect.js';
import { replaceAt } from './building-blocks/edits.js';
import { quoteName, sentence } from './building-blocks/quote.js';
import { mayBeNew } from './building-blocks/unknown-parts.js';
import { removeUnknownRule } from './building-blocks/unknown-rule.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const aclUnknownCommand: Rule = {
  id: 'acl-unknown-command',
  summary: 'an ACL rule about a command that the server does not have',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-unknown-command'],
  reads: ['acl-unknown-command'],
  check: checkUnknownCommand,
};

/** Where modules are loaded the command may be one of theirs. */
function* checkUnknownCommand(input: RuleInput): Iterable<Problem> {
  const { aclLanguage, dialect } = input.config;
  for (const cause of input.config.problemsOf('acl-unknown-command')) {
    const { at, name, isFatal } = cause;
    const isNew = mayBeNew(cause, input.config);
    const lifetimes = commandLifetimes(name);
    const near = lifetimes ? [] : aclLanguage.sets.table.nearest(name).slice(0, 2);
    const fact = `${quoteName(name, COMMANDS)} is no command of ${commandHost(input.config)}`;
    const consequence = isFatal
      ? ', which refuses to start'
      : isNew
        ? ' as far as is known here'
        : '; a module may bring it';
    yield {
      at,
      cause,
      message: sentence(
        `${fact}${consequence}.`,
        remedy(lifetimes && dialect !== 'sentinel' ? describeLifetimes(lifetimes) : undefined, near),
      ),
      severity: isFatal ? 'error' : isNew ? 'warning' : 'hint',
      fixes: () => [...near.map((command) => correct(at, name, command)), removeUnknownRule(input.config, at)],
    };
  }
}

function remedy(versions: string | undefined, near: readonly string[]): string {
  if (versions !== undefined) return `Remove the rule: ${versions} have it.`;
  const [best] = near;
  return best === undefined ? 'Remove the rule, or correct the name.' : `Change it to "${best}".`;
}

/** Keeps the sign. */
function correct({ source, line, at: { start, end } }: Location, name: string, command: string): Fix {
  const at = { start: end - name.length, end };
  const edits = [replaceAt({ source, line, at: at.start > start ? at : { start: start + 1, end } }, command)];
  return { title: `Change to "${command}"`, ...guessAt('user'), edits };
}

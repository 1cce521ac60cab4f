import { commandLifetimes } from '../acl/commands.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { describeLifetimes } from '../directives/catalog.js';
import { commandHost } from './building-blocks/acl-commands.js';
import { removeLine, replaceAt } from './building-blocks/edits.js';
import { quoteName } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const renameCommandUnknown: Rule = {
  id: 'rename-command-unknown',
  summary: 'rename-command for a command that the target does not have',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['rename-unknown-command'],
  reads: ['rename-unknown-command'],
  check: checkNames,
};

const MOST_FIXES = 2;

function* checkNames(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  for (const cause of input.config.problemsOf('rename-unknown-command')) {
    const isSentinel = config.dialect === 'sentinel';
    const lifetimes = commandLifetimes(cause.name);
    const near = lifetimes
      ? []
      : config.aclLanguage.sets.table.nearest(cause.name).filter((name) => !name.includes('|'));
    const where =
      lifetimes && !isSentinel
        ? `: it is in ${describeLifetimes(lifetimes)}`
        : cause.isUndecided
          ? ' as far as is known here'
          : '';
    const remedy = near[0] ? `Write "${near[0].toUpperCase()}", or remove the line` : 'Remove the line';
    yield {
      at: cause.at,
      message: `${commandHost(config)} has no command ${quoteName(cause.name, COMMANDS)}${where}. ${remedy}.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => [
        ...near.slice(0, MOST_FIXES).map((name) => ({
          title: `Change to ${name.toUpperCase()}`,
          effect: 'access' as const,
          consequence: 'It is a guess: clients that send this command fail then.',
          edits: [replaceAt(cause.at, name.toUpperCase())],
        })),
        {
          title: 'Remove the line',
          effect: 'access',
          consequence: 'The command that was meant, if there is one, stays open to every client.',
          edits: [removeLine(cause.at)],
        },
      ],
    };
  }
}

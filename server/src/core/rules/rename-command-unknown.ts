import { commandLifetimes } from '../acl/commands.js';
import type { LoadProblemOf } from '../config/load-problem.js';
import type { Location } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { describeLifetimes } from '../directives/catalog.js';
import { commandHost } from './building-blocks/acl-commands.js';
import { removeLine, replaceAt } from './building-blocks/edits.js';
import { quoteName } from './building-blocks/quote.js';
import { lacks } from './building-blocks/unknown-parts.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

export const renameCommandUnknown = refusalRule({
  id: 'rename-command-unknown',
  summary: 'rename-command for a command that the target does not have',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['rename-unknown-command'],
  message: (cause, { config }) => {
    const [best] = nearCommands(cause, config);
    const remedy = best ? `Write "${best}", or remove the line` : 'Remove the line';
    return `${lacks(commandHost(config), 'command', quoteName(cause.name, COMMANDS))}${whereItIs(cause, config)}. ${remedy}.`;
  },
  fixes: (cause, { config }) => [
    ...nearCommands(cause, config)
      .slice(0, MOST_FIXES)
      .map((command) => changeTo(cause.at, command)),
    {
      title: 'Remove the line',
      effect: 'access',
      consequence: 'The command that was meant, if there is one, stays open to every client.',
      edits: [removeLine(cause.at)],
    },
  ],
});

type Unknown = LoadProblemOf<'rename-unknown-command'>;

const MOST_FIXES = 2;

/** Upper case, best first; none where another server has the command. */
function nearCommands({ name }: Unknown, { aclLanguage }: ResolvedConfiguration): readonly string[] {
  if (commandLifetimes(name)) return [];
  const near = aclLanguage.sets.table.nearest(name).filter((command) => !command.includes('|'));
  return near.map((command) => command.toUpperCase());
}

function whereItIs({ name, isUndecided }: Unknown, { dialect }: ResolvedConfiguration): string {
  const lifetimes = commandLifetimes(name);
  if (lifetimes && dialect !== 'sentinel') return `: it is in ${describeLifetimes(lifetimes)}`;
  return isUndecided ? ' as far as is known here' : '';
}

const changeTo = (at: Location, command: string): Fix => ({
  title: `Change to ${command}`,
  effect: 'access',
  consequence: 'It is a guess at what was meant: clients that send this command then fail.',
  edits: [replaceAt(at, command)],
});

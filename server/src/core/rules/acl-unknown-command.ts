import { commandLifetimes } from '../acl/commands.js';
import type { LoadProblemOf } from '../config/load-problem.js';
import type { Location } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { describeLifetimes } from '../directives/catalog.js';
import { commandHost } from './building-blocks/acl-commands.js';
import { guessAt } from './building-blocks/directive-effect.js';
import { replaceAt } from './building-blocks/edits.js';
import { quoteName, sentence } from './building-blocks/quote.js';
import { lacks, mayBeNew, whatFollows } from './building-blocks/unknown-parts.js';
import { removeUnknownRule } from './building-blocks/unknown-rule.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

/** Where modules are loaded the command may be one of theirs. */
export const aclUnknownCommand = refusalRule({
  id: 'acl-unknown-command',
  summary: 'an ACL rule about a command that the server does not have',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  codes: ['acl-unknown-command'],
  message: (cause, { config }) =>
    sentence(
      `${lacks(commandHost(config), 'command', quoteName(cause.name, COMMANDS))}${whatFollows(cause, config)}.`,
      remedyFor(cause, config),
    ),
  severityOf: (cause, { config }) => {
    if (cause.isFatal) return 'error';
    return mayBeNew(cause, config) ? 'warning' : 'hint';
  },
  fixes: (cause, { config }) => [
    ...near(cause, config).map((command) => correct(cause.at, cause.name, command)),
    removeUnknownRule(config, cause.at),
  ],
});

type Unknown = LoadProblemOf<'acl-unknown-command'>;

/** None where another server has the command. */
const near = ({ name }: Unknown, { aclLanguage }: ResolvedConfiguration): readonly string[] =>
  commandLifetimes(name) ? [] : aclLanguage.sets.table.nearest(name).slice(0, 2);

function remedyFor(cause: Unknown, config: ResolvedConfiguration): string {
  const lifetimes = commandLifetimes(cause.name);
  if (lifetimes && config.dialect !== 'sentinel')
    return `Remove the rule: the command is in ${describeLifetimes(lifetimes)}.`;
  const [best] = near(cause, config);
  return best === undefined ? 'Remove the rule, or correct the name.' : `Change it to "${best}".`;
}

/** Keeps the sign. */
function correct({ source, line, at: { start, end } }: Location, name: string, command: string): Fix {
  const at = { start: end - name.length, end };
  const edits = [replaceAt({ source, line, at: at.start > start ? at : { start: start + 1, end } }, command)];
  return { title: `Change to "${command}"`, ...guessAt('user'), edits };
}

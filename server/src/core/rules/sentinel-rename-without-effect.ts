import { COMMANDS } from '../config/showing/vocabulary.js';
import { removeLine, replaceAt } from './building-blocks/edits.js';
import { quoteName } from './building-blocks/quote.js';
import { type SentinelLine, sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelRenameWithoutEffect: Rule = {
  id: 'sentinel-rename-without-effect',
  summary: 'sentinel rename-command for a command that Sentinel never sends by that name',
  category: 'sentinel',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel'],
  check: checkRenames,
};

/** What Sentinel looks up among the renamed commands before it sends it (source of 5.0 to 8.0); some only in newer versions. */
const LOOKED_UP: ReadonlySet<string> = new Set([
  ...['AUTH', 'CLIENT', 'CONFIG', 'EXEC', 'FAILOVER', 'HELLO', 'INFO', 'MULTI', 'PING', 'PUBLISH', 'SCRIPT'],
  ...['SENTINEL', 'SLAVEOF', 'SUBSCRIBE'],
]);

function* checkRenames({ config }: RuleInput): Iterable<Problem> {
  const lines = sentinelLines(config, 'rename-command').filter(({ args }) => args.length === 3);
  const renamed = new Set(lines.map(topicOf));
  for (const line of lines) {
    const [master = '', command = ''] = line.args;
    const name = command.toUpperCase();
    const isOtherName = name === 'REPLICAOF';
    if (LOOKED_UP.has(name) || (isOtherName && config.target.product !== 'redis')) continue;
    yield isOtherName && !renamed.has(`${master} SLAVEOF`) ? otherName(line) : neverSent(line);
  }
}

const topicOf = ({ args: [master = '', command = ''] }: SentinelLine): string => `${master} ${command.toUpperCase()}`;

/** Redis looks SLAVEOF up, which is refused on a server that has renamed both. */
const otherName = ({ at }: SentinelLine): Problem => ({
  at: at(1),
  message: 'Sentinel sends SLAVEOF, the old name of REPLICAOF: this line has no effect. Write "SLAVEOF".',
  fixes: () => [
    {
      title: 'Change to SLAVEOF',
      effect: 'access',
      consequence: 'Sentinel then sends the new name in a failover: every server has to know SLAVEOF by it.',
      edits: [replaceAt(at(1), 'SLAVEOF')],
    },
  ],
});

const neverSent = ({ from, args: [, command = ''], at }: SentinelLine): Problem => ({
  at: at(1),
  message: `Sentinel never sends ${quoteName(command, COMMANDS)}: this line has no effect. Remove it.`,
  severity: 'hint',
  fixes: () => [{ title: 'Remove the line', effect: 'safe', isPreferred: true, edits: [removeLine(from)] }],
  tags: ['unnecessary'],
});

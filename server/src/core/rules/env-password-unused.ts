import type { HostFacts, ImageFamily } from '../config/host-facts.js';
import { type Location, type Source, sourceIn } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { insertLinesBelow } from './building-blocks/edits.js';
import { CLIENTS_MUST_SEND_IT } from './building-blocks/password-fixes.js';
import { isPasswordVariable } from './building-blocks/password-variables.js';
import { quote } from './building-blocks/quote.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const envPasswordUnused: Rule = {
  id: 'env-password-unused',
  summary: 'a variable for a password that the image does not read: the server has none',
  category: 'deployment',
  severity: 'error',
  references: ['CWE-306', 'https://hub.docker.com/_/redis'],
  dialects: ['server'],
  reads: ['deployment', 'requirepass', 'user', 'aclfile', 'users', 'elsewhere'],
  check: checkEnvPasswordUnused,
};

/** Images whose entrypoints are known to read no such variable. */
const READS_NONE: ReadonlySet<ImageFamily> = new Set<ImageFamily>(['redis', 'valkey', 'stack']);

function* checkEnvPasswordUnused({ config }: RuleInput): Iterable<Problem> {
  const { facts, published } = config.deployment;
  if (!facts?.image || !READS_NONE.has(facts.image.family)) return;
  if (config.defaultUser.state !== 'open' || config.mayBeSaidElsewhere) return;
  for (const { name, at, isUsed, isInImage } of facts.environment) {
    if (isUsed || isInImage || !isPasswordVariable(name) || name.endsWith('CLI_AUTH')) continue;
    yield {
      at,
      message: `The image does not read ${quote(name)}, so the server asks for no password. Hand it to the server as "requirepass".`,
      severity: published.value === 'network' ? 'error' : 'warning',
      fixes: () => commandFix(config, facts, name),
    };
  }
}

/** A command of the service's own, where it has none and is written as a block. */
function commandFix(
  { deployment }: ResolvedConfiguration,
  { at, kind, launch }: HostFacts,
  name: string,
): readonly Fix[] {
  const document = sourceIn(deployment.hosts, at.source);
  const indent = document && indentOfKeys(document, at);
  if (indent === undefined || kind !== 'compose' || launch.by !== 'image') return [];
  const command = `["${launch.program}", "--requirepass", "\${${name}:?set ${name}}"]`;
  return [
    {
      ...CLIENTS_MUST_SEND_IT,
      title: 'Hand it to the server: clients must send it',
      edits: [insertLinesBelow(at, `${indent}command: ${command}`)],
    },
  ];
}

/** A service and one of its keys, each on a line of its own. */
const SERVICE = /^ *["']?[\w.-]+["']?:[ \t]*$/;
const KEY = /^( +)([\w-]+|<<):/;
/** Keys that may say what is started. */
const STARTING: ReadonlySet<string> = new Set(['command', 'entrypoint', 'build', 'extends', '<<']);

/** What the keys of a service are indented by; undefined: they are not plain to see, or one says what is started. */
function indentOfKeys({ file: { lines } }: Source, { line, at }: Location): string | undefined {
  if (!SERVICE.test(lines.at(line)?.text ?? '')) return undefined;
  const [, indent] = KEY.exec(lines.at(line + 1)?.text ?? '') ?? [];
  if (indent === undefined || indent.length <= at.start) return undefined;
  for (let below = line + 1; below < lines.count; below++) {
    const text = lines.at(below)?.text ?? '';
    const [, own, key = ''] = KEY.exec(text) ?? [];
    if (text.trim() !== '' && text.search(/\S/) < indent.length) break;
    if (own === indent && STARTING.has(key)) return undefined;
  }
  return indent;
}

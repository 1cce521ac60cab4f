import type { HostFacts } from '../config/host-facts.js';
import type { Location } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Target } from '../directives/target.js';
import { insertBelowKey } from './building-blocks/document-edits.js';
import { insertLinesBelow, replaceAt } from './building-blocks/edits.js';
import { quote, sentence } from './building-blocks/quote.js';
import type { Fix, Problem, Rule, RuleInput, SourceEdit } from './rule.js';

export const privRunAsRoot: Rule = {
  id: 'priv-run-as-root',
  summary: 'the server runs as root: whoever takes it over has the container or the machine',
  category: 'deployment',
  severity: 'warning',
  references: ['CWE-250', 'https://hub.docker.com/_/redis'],
  reads: ['deployment'],
  check: checkUser,
};

function* checkUser({ config }: RuleInput): Iterable<Problem> {
  const { facts } = config.deployment;
  const found = facts && rootIn(facts, config);
  if (!facts || !found) return;
  yield {
    at: found.at,
    message: sentence(`${quote(facts.name)} ${found.fact}.`, REMEDIES[facts.kind] ?? 'Set its user.'),
    fixes: () => fixesOf(config, facts),
  };
}

const REMEDIES: Readonly<Partial<Record<HostFacts['kind'], string>>> = {
  kubernetes: 'Set "runAsNonRoot" and "runAsUser".',
  dockerfile: 'Add "USER 999".',
  unit: 'Set "User".',
};

interface Root {
  readonly at: Location;
  readonly fact: string;
}

function rootIn(facts: HostFacts, { deployment, target }: ResolvedConfiguration): Root | undefined {
  const { user, unit, launch } = facts;
  if (user && !user.isRoot) return undefined;
  if (user) return { at: user.at, fact: unit || !givesRootUp(facts, target) ? 'runs as root' : STARTED_AS_ROOT };
  if (unit) {
    return deployment.runsAs?.value === 'root' ? { at: unit.service, fact: 'runs as root: no user is set' } : undefined;
  }
  const because = launch.user === undefined ? whyRootStays(facts, target) : undefined;
  return because === undefined ? undefined : { at: launch.at, fact: `runs as root: ${because}` };
}

const STARTED_AS_ROOT = 'is started as root, which its entrypoint gives up only for the server itself';

const givesRootUp = (facts: HostFacts, target: Target): boolean =>
  (facts.image?.family === 'redis' || facts.image?.family === 'valkey') && whyRootStays(facts, target) === undefined;

/**
 * The entrypoints of the official images give root up for the programs that they know, by the name alone; from 8.0 on
 * Redis' does so for whatever leads to its program. What another program starts they do not see.
 */
function whyRootStays({ image, launch: { by, program } }: HostFacts, target: Target): string | undefined {
  const family = image?.family;
  if ((family !== 'redis' && family !== 'valkey') || !/-(?:server|sentinel)$/.test(program)) return undefined;
  if (by === 'shell') return 'a shell starts it, so that the entrypoint does not give root up';
  if (by === 'entrypoint') return 'the entrypoint that gives root up is replaced';
  if (family === 'redis' && target.product === 'redis' && target.version.major >= 8) return undefined;
  if (by === 'absolute') return 'the entrypoint gives root up only for the bare name of the program';
  const own = `${family}-server`;
  return program === own ? undefined : `the entrypoint gives root up only for ${quote(own)}`;
}

const DATA_OF_ROOT = 'Files of its volumes that belong to root have to be given to that user first.';

function fixesOf(config: ResolvedConfiguration, facts: HostFacts): readonly Fix[] {
  const user = facts.kind === 'unit' ? 'redis' : userOfImage(facts);
  const edit = user === undefined ? undefined : userEdit(config, facts, user);
  if (!edit) return [];
  return [{ title: `Run it as ${user}`, effect: 'data', consequence: DATA_OF_ROOT, edits: [edit] }];
}

/** As the official images number their own user and group. */
function userOfImage({ image }: HostFacts): string | undefined {
  if (image?.family !== 'redis' && image?.family !== 'valkey') return undefined;
  return image.text.includes('alpine') ? '999:1000' : '999:999';
}

function userEdit(
  config: ResolvedConfiguration,
  { kind, at, user, unit }: HostFacts,
  name: string,
): SourceEdit | undefined {
  if (kind === 'compose') return user ? replaceAt(user.at, `"${name}"`) : insertBelowKey(config, at, `user: "${name}"`);
  if (unit && !user) return insertLinesBelow(unit.service, `User=${name}`);
  return unit && user ? replaceAt(user.at, name) : undefined;
}

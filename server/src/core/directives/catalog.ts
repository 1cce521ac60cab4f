import rawDirectives from './data/directives.json';
import rawModuleDirectives from './data/module-directives.json';
import type { Lifetime, Lifetimes, RawDirective, VaryingFacts } from './facts.js';
import { nearestAmong } from './nearest.js';
import { factsForServer } from './servers.js';
import { compareVersions, type Product, parseVersion, type Target, type Version } from './target.js';

/** The own name of every directive of the core table, so that a mistyped name in a rule does not compile. */
export type DirectiveName = keyof (typeof rawDirectives)['directives'];

/** What one target makes of one directive. */
export interface Directive extends VaryingFacts {
  readonly name: DirectiveName;
  readonly facts: RawDirective;
  /** Any one argument is accepted and has no effect. */
  readonly isIgnored: boolean;
}

const RAW = rawDirectives.directives as unknown as Readonly<Record<DirectiveName, RawDirective>>;

/** Every directive's own name, sorted. */
export const DIRECTIVE_NAMES = Object.keys(RAW) as readonly DirectiveName[];

/** Spelling, in lower case, to the directive's own name. */
const OWN_NAME: ReadonlyMap<string, DirectiveName> = new Map(
  DIRECTIVE_NAMES.flatMap((name) => Object.keys(RAW[name].spellings).map((spelling) => [spelling, name] as const)),
);

/** Every name that a directive has in any supported product and version. */
export const DIRECTIVE_SPELLINGS: readonly string[] = [...OWN_NAME.keys()];

/** Whether the name is a directive's own name or an alias in any supported product and version. */
export function ownNameOf(spelling: string): DirectiveName | undefined {
  return OWN_NAME.get(spelling);
}

/** What is known of a directive in any server, whatever the target. */
export function factsOf(name: DirectiveName): RawDirective {
  return RAW[name];
}

/** Where a spelling exists; undefined when no supported server has it. */
export function lifetimesOf(spelling: string): Lifetimes | undefined {
  const name = OWN_NAME.get(spelling);
  return name && RAW[name].spellings[spelling];
}

/** Whether a target lies in a lifetime. */
export function isAlive(lifetimes: Lifetimes, { product, version }: Target): boolean {
  const lifetime: Lifetime | undefined = lifetimes[product];
  if (!lifetime) return false;
  const removed = lifetime.removed === undefined ? undefined : parseVersion(lifetime.removed);
  const first = parseVersion(sinceFor(lifetime, version));
  return (
    first !== undefined &&
    compareVersions(version, first) >= 0 &&
    (removed === undefined || compareVersions(version, removed) < 0)
  );
}

/** The first version with it that a version can be compared to: of its own line where a patch brought it there. */
export function sinceFor({ since, backports = [] }: Lifetime, { major, minor }: Version): string {
  return backports.find((release) => isLineOf(release, major, minor)) ?? since;
}

function isLineOf(release: string, major: number, minor: number): boolean {
  const version = parseVersion(release);
  return version?.major === major && version.minor === minor;
}

/** The directives of one target, looked up by any of their spellings. */
export interface Catalog {
  readonly target: Target;
  /** By a spelling (lower case) that the target knows. */
  readonly lookup: (spelling: string) => Directive | undefined;
  /** By own name, where the target knows any of its spellings. */
  readonly directive: (name: DirectiveName) => Directive | undefined;
  /** The spelling that CONFIG GET of this target lists first: the newest one it knows. */
  readonly preferredSpelling: (name: DirectiveName) => string;
  /** Every spelling that the target knows, sorted. */
  readonly spellings: readonly string[];
  /** Those nearest to a misspelt one, best first. */
  readonly nearest: (word: string) => readonly string[];
}

/** Builds the catalog of a target: about 350 map entries; keep it as long as the target stays. */
export function catalogFor(target: Target): Catalog {
  const bySpelling = new Map<string, Directive>();
  const byName = new Map<DirectiveName, Directive>();
  for (const name of DIRECTIVE_NAMES) {
    const directive = directiveFor(name, target);
    if (!directive) continue;
    byName.set(name, directive);
    for (const spelling of spellingsOf(directive.facts, target)) bySpelling.set(spelling, directive);
  }
  const spellings = [...bySpelling.keys()].sort();
  return {
    target,
    lookup: (spelling) => bySpelling.get(spelling),
    directive: (name) => byName.get(name),
    preferredSpelling: (name) => Object.keys(RAW[name].spellings).find((spelling) => bySpelling.has(spelling)) ?? name,
    spellings,
    nearest: nearestAmong(spellings),
  };
}

/** One directive as a target has it; undefined where it knows none of its spellings. */
export function directiveFor(name: DirectiveName, target: Target): Directive | undefined {
  const facts = RAW[name];
  if (facts.testBuildOnly || spellingsOf(facts, target).length === 0) return undefined;
  return { name, facts, isIgnored: isIgnoredBy(facts, target), ...factsForTarget(facts, target) };
}

function spellingsOf({ spellings }: RawDirective, target: Target): readonly string[] {
  return Object.keys(spellings).filter((spelling) => isAlive(spellings[spelling] ?? {}, target));
}

function factsForTarget(facts: RawDirective, target: Target): VaryingFacts {
  const { kind, min, max, values, arity, immutable, default: defaultValue } = facts;
  const common: VaryingFacts = {
    kind,
    default: defaultValue,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(values === undefined ? {} : { values }),
    ...(arity === undefined ? {} : { arity }),
    ...(immutable === undefined ? {} : { immutable }),
  };
  return { ...common, ...factsForServer(facts.differsIn, target) };
}

function isIgnoredBy({ ignoredSince }: RawDirective, target: Target): boolean {
  return ignoredSince !== undefined && isAlive(ignoredSince, target);
}

/** The names of the directives of those modules. */
export const MODULE_SETTINGS: readonly string[] = rawModuleDirectives.directives;

/** Directives of the modules that Redis 8's full distribution bundles; its plain builds refuse them. */
export function isBundledModuleDirective(spelling: string): boolean {
  return MODULE_SETTINGS.includes(spelling);
}

/** Products and versions that know a spelling, in words: `Redis 7.0 and later, Valkey 7.2 and later`. */
export function describeLifetimes(lifetimes: Lifetimes): string {
  return (['redis', 'valkey'] as const)
    .flatMap((product: Product) => {
      const lifetime = lifetimes[product];
      if (!lifetime) return [];
      const name = product === 'redis' ? 'Redis' : 'Valkey';
      return lifetime.removed === undefined
        ? [`${name} ${lifetime.since} and later`]
        : [`${name} ${lifetime.since} until before ${lifetime.removed}`];
    })
    .join(', ');
}

import { defaultIn } from '../config/meaning/value-in-force.js';
import type { Occurrence } from '../config/occurrence.js';
import { directoryOf, resolvePath } from '../config/paths.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { hidesValue } from '../config/showing/hidden-spans.js';
import { has } from '../directives/capabilities.js';
import type { Directive, DirectiveName } from '../directives/catalog.js';
import { textOfBytes } from '../syntax/bytes.js';

/** One directive as CONFIG GET of the target would show it, and what said so. */
export interface EffectiveValue {
  readonly directive: DirectiveName;
  /** The newest spelling that the target knows. */
  readonly name: string;
  /** A byte string, normalised as the server does it: bytes, octal digits, an enum's own name. Undefined: unknown. */
  readonly value: string | undefined;
  /** The line that decides; undefined: the target's default. */
  readonly from: Occurrence | undefined;
  readonly isSecret: boolean;
}

/**
 * Every value of the target in force when all files are read, sorted by name. Refused lines are passed over; what
 * depends on the machine (a default of `<cwd>`) or on a template placeholder is unknown.
 */
export function effectiveValues(config: ResolvedConfiguration): readonly EffectiveValue[] {
  const names = new Set(config.catalog.spellings.flatMap((spelling) => config.catalog.lookup(spelling)?.name ?? []));
  return [...names]
    .flatMap((name) => effectiveValue(config, name) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Undefined for what CONFIG GET does not know: `include`, `user`, and names that are only accepted. */
export function effectiveValue(config: ResolvedConfiguration, name: DirectiveName): EffectiveValue | undefined {
  const directive = config.catalog.directive(name);
  if (!directive || directive.isIgnored || directive.default === null) return undefined;
  const occurrences = config.occurrences(name).filter(({ shown, isTemplated }) => shown !== undefined || isTemplated);
  const from = occurrences.at(-1);
  return {
    directive: name,
    name: config.catalog.preferredSpelling(name),
    value: shownValue(config, directive, occurrences),
    from,
    isSecret: directive.facts.sensitive === true || (from !== undefined && hidesValue(from, config)),
  };
}

function shownValue(
  config: ResolvedConfiguration,
  directive: Directive,
  occurrences: readonly Occurrence[],
): string | undefined {
  const from = occurrences.at(-1);
  if (directive.name === 'dir') return directoryAfter(config, occurrences);
  if (directive.name === 'databases' && hasOneDatabase(config)) return '1';
  if (!from) return defaultIn(directive, config.dialect) ?? undefined;
  if (directive.name === 'save' || directive.name === 'client-output-buffer-limit') {
    const value = config.inForce(directive.name);
    return value?.isKnown ? value.values.join(' ') : undefined;
  }
  return from.shown;
}

/** A cluster node of Redis 7.2 and Valkey 7.2 on, whatever the file says; Valkey 9.0 asks `cluster-databases`. */
function hasOneDatabase({ inForce, target }: ResolvedConfiguration): boolean {
  const enabled = inForce('cluster-enabled');
  const isCluster = enabled?.isKnown === true && enabled.values[0]?.toLowerCase() === 'yes';
  return isCluster && has(target, 'cluster-databases-fixed') && !has(target, 'cluster-databases-chosen');
}

/** The directory of the root file, changed by each `dir` in turn. */
function directoryAfter({ root }: ResolvedConfiguration, occurrences: readonly Occurrence[]): string | undefined {
  let directory = directoryOf(root.path);
  for (const { shown, isTemplated } of occurrences) {
    if (isTemplated) return undefined;
    directory = resolvePath(directory, textOfBytes(shown ?? ''));
  }
  return directory;
}

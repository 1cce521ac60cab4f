import { isLoadProblemCode, type LoadProblemCode } from '../config/load-problem.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { DirectiveName } from '../directives/catalog.js';
import type { RuleInput, Trigger } from '../rules/rule.js';
import { sameData } from './same-data.js';

/**
 * What tells whether what a trigger stands for has changed since the last time; everything has where there was none, or
 * where what no trigger tells of is another: the target, the dialect, the role. Each trigger is compared once.
 */
export function changesSince(before: RuleInput | undefined, now: RuleInput): (trigger: Trigger) => boolean {
  if (!before || !isComparable(before, now)) return () => true;
  const known = new Map<Trigger, boolean>();
  return (trigger) => {
    const answer = known.get(trigger) ?? isOther(trigger, before.config, now.config);
    known.set(trigger, answer);
    return answer;
  };
}

function isComparable(a: RuleInput, b: RuleInput): boolean {
  return (
    a.config.root.id === b.config.root.id &&
    a.config.dialect === b.config.dialect &&
    a.config.catalog === b.config.catalog &&
    a.config.aclLanguage === b.config.aclLanguage &&
    a.role === b.role &&
    a.guessHash === b.guessHash &&
    sameData([a.target, a.knownDirectives, a.ruleIds], [b.target, b.knownDirectives, b.ruleIds])
  );
}

/** Of the same lines the value is the same, but for whether it is known: other lines may throw doubt on it. */
function isOther(trigger: Trigger, before: ResolvedConfiguration, now: ResolvedConfiguration): boolean {
  if (!isDirective(trigger)) return !sameData(toldBy(trigger, before), toldBy(trigger, now));
  return (
    !sameData(before.occurrences(trigger), now.occurrences(trigger)) ||
    before.inForce(trigger)?.isKnown !== now.inForce(trigger)?.isKnown
  );
}

const OTHERS = [
  'problems',
  'users',
  'renames',
  'exposure',
  'start',
  'elsewhere',
  'files',
  'lines',
  'comments',
  'deployment',
] as const;

type Other = (typeof OTHERS)[number];

const NO_DIRECTIVES: ReadonlySet<string> = new Set(OTHERS);

const isDirective = (trigger: Trigger): trigger is DirectiveName =>
  !NO_DIRECTIVES.has(trigger) && !isLoadProblemCode(trigger);

/** What documents say of where a server runs. */
function deploymentIn({
  deployment: { facts, published, runsAs, memoryLimit, hosts },
}: ResolvedConfiguration): unknown {
  return [facts, published, runsAs, memoryLimit, hosts.map(({ file }) => file.lines)];
}

/** The data that a trigger stands for. What nobody tells apart, such as what became of comments, is never the same. */
function toldBy(trigger: Other | LoadProblemCode, config: ResolvedConfiguration): unknown {
  switch (trigger) {
    case 'problems':
      return config.problems;
    case 'users':
      return [config.users, config.defaultUser];
    case 'renames':
      return config.renames;
    case 'exposure':
      return config.exposure;
    case 'start':
      return config.start;
    case 'elsewhere':
      return config.mayBeSaidElsewhere;
    case 'files': {
      const { unread, fileReferences, takenFor, joinedLines, files } = config;
      return [unread, fileReferences, takenFor, joinedLines, files.map(({ id, dialect }) => [id, dialect])];
    }
    case 'lines':
      return config.files.map(({ id, file }) => [id, file.lines]);
    case 'deployment':
      return deploymentIn(config);
    case 'comments':
      return Symbol(trigger);
    default:
      return config.problemsOf(trigger);
  }
}

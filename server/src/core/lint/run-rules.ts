import { isLoadProblemCode } from '../config/load-problem.js';
import type { Exposure } from '../config/meaning/exposure.js';
import type { Dialect } from '../config/occurrence.js';
import { readSuppressionComments } from '../config/reading/suppression-comments.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { certaintyOf, type Told } from '../config/told.js';
import type { Target } from '../directives/target.js';
import { createHashGuesser } from '../rules/building-blocks/guessed-hashes.js';
import type { Fix, HashGuesser, Problem, Role, Rule, RuleInput, Severity } from '../rules/rule.js';
import { once } from '../text/once.js';
import { createRemember, type Remember } from '../text/remember.js';
import { type Answers, answersOf, type KeptAnswers } from './answers.js';
import { checkOnce } from './checked-users.js';
import { type Finding, type FindingDraft, findingOf } from './finding.js';
import { withRepeatsFolded } from './fold-repeats.js';
import { documentsIn, inDocuments } from './in-documents.js';
import { fixesOutsideJoinedLines } from './joined-lines.js';
import { withLeadingFinding } from './leading-finding.js';
import { onLongLines } from './long-lines.js';
import { isInProfile, type Profile, severityInContainer, severityInProfile } from './profile.js';
import { soundFixes } from './sound-fixes.js';
import { createStartingFixes } from './starting-fixes.js';
import { suppress } from './suppress.js';
import { cautiousAbout, cautiousFixes } from './taken-files.js';

/** What somebody chose for the findings of a run. */
export interface RuleOptions {
  /** By rule id: another severity for all of its findings, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** `production` where missing. */
  readonly profile?: Profile | undefined;
  readonly role?: Role | undefined;
  /** Who says for which server the configuration was read; a guess where missing. */
  readonly target?: Told<Target> | undefined;
  /** Spellings that a module or a fork brings: not to be called unknown. */
  readonly knownDirectives?: readonly string[];
  /** Whoever lints again and again keeps one. */
  readonly guessHash?: HashGuesser | undefined;
  /** What the last run over the same root came to: rules that read nothing else now are not asked again. */
  readonly before?: KeptAnswers | undefined;
  /** The host's: what did not change is then not worked out again. */
  readonly remember?: Remember | undefined;
}

/** What a run came to, and what the next one needs of it. */
export interface RuleRun extends KeptAnswers {
  readonly findings: readonly Finding[];
}

/**
 * Runs rules over a configuration, leaves out what comments switch off, then checks those comments.
 * Findings are sorted by file (in the order read), line and column. `knownRules`: ids that a comment may name.
 */
export function runRules(
  rules: readonly Rule[],
  config: ResolvedConfiguration,
  options: RuleOptions = {},
  knownRules: ReadonlySet<string> = new Set(rules.map(({ id }) => id)),
): RuleRun {
  const { role, knownDirectives, target = { value: config.target, by: 'default' } } = options;
  const input: RuleInput = {
    config,
    role,
    knownDirectives,
    target,
    targetCertainty: certaintyOf(target),
    guessHash: options.guessHash ?? createHashGuesser(),
    remember: options.remember ?? createRemember(),
    checkUser: checkOnce,
    comments: [],
    ruleIds: [...knownRules],
  };
  const isOff = (rule: string) => options.severities?.[rule] === 'off';
  const last = rules.filter(({ checksComments }) => checksComments);
  const others = rules.filter(({ checksComments }) => !checksComments);
  const answers = answersOf(input, options.before);
  const documents = { files: documentsIn(config) };
  const found = inDocuments(check(others, answers, options), config);
  const written = readSuppressionComments(documents.files, input.remember);
  const { findings, comments } = suppress(found, written, documents, knownRules, isOff);
  const runOf = (all: readonly FindingDraft[]): RuleRun => ({ ...answers.kept, findings: finished(all, config) });
  if (comments.length === 0 || last.length === 0) return runOf(findings);
  const onComments = check(last, answersOf({ ...input, comments }, undefined), options);
  const left = suppress(onComments, written, documents, knownRules, isOff);
  return runOf([...findings, ...left.findings]);
}

const DEFAULT_DIALECTS: readonly Dialect[] = ['server', 'sentinel'];

/** Most rules are about lines and load problems that most files do not have: to look costs less than to ask. */
export function mayHaveToSay({ needs }: Rule, { occurrences, problemsOf }: ResolvedConfiguration): boolean {
  return needs?.some((it) => (isLoadProblemCode(it) ? problemsOf(it) : occurrences(it)).length > 0) ?? true;
}

function check(
  rules: readonly Rule[],
  { input, of }: Answers,
  { severities = {}, profile = usualProfile(input.config) }: RuleOptions,
): readonly FindingDraft[] {
  const findings: FindingDraft[] = [];
  const fixesOf = createFixMaker(input);
  const isOnLongLine = onLongLines(input.config);
  const cautious = cautiousAbout(input.config);
  for (const rule of rules) {
    const asked = severities[rule.id];
    if (asked === 'off' || !(rule.dialects ?? DEFAULT_DIALECTS).includes(input.config.dialect)) continue;
    if (asked === undefined && !isInProfile(rule, profile)) continue;
    if (!mayHaveToSay(rule, input.config)) continue;
    const { problems, fixesAt } = of(rule);
    for (const [index, problem] of problems.entries()) {
      if (rule.checksLooks && !problem.cause && isOnLongLine(problem)) continue;
      const { exposure } = input.config;
      const said = asked === undefined ? saidInContainer(rule, problem, exposure) : problem;
      const severity = asked ?? severityOf(rule, problem, exposure, profile);
      findings.push(
        cautious(
          draftOf(
            rule,
            said,
            severity,
            fixesOf(problem, () => fixesAt(index)),
          ),
        ),
      );
    }
  }
  return eachPlaceOnce(findings);
}

/** Where nobody asks for another: documents may say that what they start is for development. */
const usualProfile = ({ deployment }: ResolvedConfiguration): Profile =>
  deployment.isDevelopment ? 'development' : 'production';

type OfferedFixes = Pick<FindingDraft, 'fixes' | 'refusedFixes'>;

/** What makes the fixes of a problem that are offered, and how they are offered, once somebody asks. */
function createFixMaker(input: RuleInput): (problem: Problem, made: () => readonly Fix[]) => OfferedFixes {
  const startingFixes = once(() => createStartingFixes(input));
  const outsideJoinedLines = once(() => fixesOutsideJoinedLines(input.config));
  const cautious = once(() => cautiousFixes(input.config));
  const sources = [...input.config.files, ...input.config.deployment.hosts];
  return (problem, made) => {
    const sound = once(() => soundFixes(outsideJoinedLines()(startingFixes()(made(), problem), problem), sources));
    return { fixes: once(() => cautious()(sound().fixes, problem)), refusedFixes: () => sound().refused };
  };
}

/** A file that is read twice is checked twice. What stands at the same place is told apart by its words only there. */
function eachPlaceOnce(findings: readonly FindingDraft[]): readonly FindingDraft[] {
  const byPlace = new Map<number, FindingDraft | Set<string>>();
  return findings.filter((finding) => {
    const place = finding.at.line * WIDTH + finding.at.at.start;
    const there = byPlace.get(place);
    if (there === undefined) return byPlace.set(place, finding);
    const seen = there instanceof Set ? there : new Set([wordsOf(there)]);
    byPlace.set(place, seen);
    const words = wordsOf(finding);
    return !seen.has(words) && seen.add(words);
  });
}

/** Wider than lines are: two places of one number are rare, and do no harm. */
const WIDTH = 1 << 20;

const wordsOf = ({ rule, message, at: { source, line, at } }: FindingDraft): string =>
  [rule, source, line, at.start, at.end, message].join('\n');

function finished(findings: readonly FindingDraft[], config: ResolvedConfiguration): readonly Finding[] {
  return withRepeatsFolded(inOrder(withLeadingFinding(findings, config.exposure), config)).map(findingOf);
}

function inOrder(
  findings: readonly FindingDraft[],
  { files, deployment }: ResolvedConfiguration,
): readonly FindingDraft[] {
  const order = new Map([...deployment.hosts, ...files].map(({ id }, index) => [id, index]));
  const bySource = (one: string, other: string) =>
    one === other ? 0 : (order.get(one) ?? -1) - (order.get(other) ?? -1);
  return [...findings].sort(
    (a, b) =>
      bySource(a.at.source, b.at.source) ||
      a.at.line - b.at.line ||
      a.at.at.start - b.at.at.start ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

function severityOf(rule: Rule, problem: Problem, exposure: Exposure, profile: Profile): Severity {
  const severity = problem.severity ?? rule.severity;
  if (problem.cause?.isFatal) return severity;
  const inProfile = severityInProfile(rule, severity, exposure, profile);
  return inProfile === severity ? severityInContainer(rule, severity, exposure) : inProfile;
}

/** Whoever reads a mild finding has to know what made it mild. */
function saidInContainer(rule: Rule, problem: Problem, { container, containerSign }: Exposure): Problem {
  if (!rule.isMilderInContainer || container !== 'guessed') return problem;
  return { ...problem, message: `${problem.message} Looks like a container: ${containerSign}.` };
}

function draftOf(rule: Rule, problem: Problem, severity: Severity, fixes: OfferedFixes): FindingDraft {
  const { at, message, state, cause, related = [], tags = [] } = problem;
  return {
    rule: rule.id,
    severity,
    isFatal: cause?.isFatal ?? false,
    message,
    state,
    at,
    related,
    partOf: undefined,
    ...fixes,
    tags,
  };
}

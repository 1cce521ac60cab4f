import { defaultsIn } from '../config/deployment.js';
import { type Starts, startsOf, stopsForSure, undecidedBy } from '../config/meaning/starts.js';
import type { Location } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { shownPath } from '../config/showing/shown-words.js';
import type { Unread } from '../config/unread.js';
import type { DirectiveName } from '../directives/catalog.js';
import { type Tone, toneOf } from './tone.js';
import { pathWords, publishedWords, REFUSED_LINE, sentenceOf, shortOf } from './verdict-words.js';

/** What there is to say of a whole configuration: for a status bar, a lens, a report. */
export interface Verdict {
  /** Whether the target starts with it, whatever rules are on. */
  readonly starts: Starts;
  /** What stops it first; undefined: nothing does, as far as is known. */
  readonly stop?: { readonly at: Location; readonly message: string } | undefined;
  readonly tone: Tone;
  /** Two words: `No password`. */
  readonly short: string;
  /** A whole sentence without the name of the file: `Open to the network without a password, TLS off.` */
  readonly sentence: string;
  /** The lines that make it what it is, from the network inwards; what is left to defaults has none. */
  readonly path: readonly { readonly at: Location; readonly says: string }[];
  readonly unknown: readonly Unread[];
  /** All that the start hangs on and that cannot be known here, in words: `x.conf: permission denied`. */
  readonly undecided: readonly string[];
}

/** What a rule says of a place, as far as the verdict repeats it. */
interface Said {
  readonly at: Location;
  readonly isFatal: boolean;
  readonly message: string;
}

/**
 * @param findings of the rules that are on: what stops the server is told in their words
 * @param placed where people see a place; findings stand there already
 */
export function verdictOf(
  config: ResolvedConfiguration,
  findings: readonly Said[],
  placed: (at: Location) => Location = (at) => at,
): Verdict {
  const starts = startsOf(config);
  const tone = toneOf(starts, config.exposure);
  const seen = (at: Location) => placed(placeOnly(at));
  const unknown = config.unread.map(({ path, at, ...why }) => ({ ...why, path: shownPath(path), at: seen(at) }));
  const takenFor = config.takenFor.map(({ named, ...found }) => ({ ...found, named: shownPath(named) }));
  const undecided = undecidedBy({ ...config, unread: unknown, takenFor });
  return {
    starts,
    stop: stopIn(config, findings, seen),
    tone,
    short: shortOf(tone, config.exposure),
    sentence: sentenceOf({ starts, undecided, isUnprotectedByImage: isUnprotectedByImage(config), ...config }),
    path: pathIn(config).map(({ at, says }) => ({ at: placed(at), says })),
    unknown,
    undecided,
  };
}

/** The first problem in the order in which the server meets them. */
function stopIn(
  config: ResolvedConfiguration,
  findings: readonly Said[],
  seen: (at: Location) => Location,
): Verdict['stop'] {
  const stopping = config.problems.find((problem) => stopsForSure(problem, config));
  if (!stopping) return undefined;
  const at = seen(stopping.at);
  const said = findings.find((finding) => finding.isFatal && isAt(finding.at, at));
  return { at, message: said?.message ?? REFUSED_LINE };
}

/** A word is a span too, and may be a password. */
function placeOnly({ source, line, at: { start, end } }: Location): Location {
  return { source, line, at: { start, end } };
}

function isAt(one: Location, other: Location): boolean {
  return one.source === other.source && one.line === other.line && one.at.start === other.at.start;
}

const ON_THE_WAY: readonly DirectiveName[] = ['port', 'tls-port', 'bind', 'protected-mode'];

function pathIn(config: ResolvedConfiguration): Verdict['path'] {
  const { inForce, exposure } = config;
  const lines = ON_THE_WAY.flatMap((name) => {
    const from = inForce(name)?.from;
    return from ? [{ at: placeOnly({ ...from, at: from.directive.name }), says: pathWords(name, exposure) }] : [];
  });
  const user = userIn(config);
  const says = pathWords('user', exposure);
  return [...publishedIn(config), ...lines, ...(user ? [{ at: placeOnly(user), says }] : [])];
}

/** The way in that a document opens. */
function publishedIn({ deployment: { published }, exposure }: ResolvedConfiguration): Verdict['path'] {
  return published.at ? [{ at: placeOnly(published.at), says: publishedWords(exposure) }] : [];
}

/** The line that decides who has to log in; of a server that a document starts, where a password is missing. */
function userIn(config: ResolvedConfiguration): Location | undefined {
  const { defaultUser, deployment, mayBeSaidElsewhere, start } = config;
  const isMissing = deployment.hosts.length > 0 && defaultUser.state === 'open' && !mayBeSaidElsewhere;
  return defaultUser.at ?? (isMissing ? start : undefined);
}

/** Protected mode is off by default, for so the image has it. */
function isUnprotectedByImage({ inForce, deployment }: ResolvedConfiguration): boolean {
  return !inForce('protected-mode')?.from && defaultsIn(deployment).get('protected-mode') === 'no';
}

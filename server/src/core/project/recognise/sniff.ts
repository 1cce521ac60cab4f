/** A name of the programs, or a key that nothing else has: every document that speaks of one holds some of them. */
const NAMES = /redis|valkey|keydb|requirepass|commonConfiguration/i;
/** What tells that a server is started or configured, wherever it stands. */
const SPEAKS =
  /(?:redis|valkey|keydb)-(?:server|sentinel)|(?:redis|valkey|keydb|sentinel)[\w.-]{0,40}\.conf|(?:redis|valkey|keydb|sentinel)[-_]?conf|users\.acl|REDIS_ARGS|VALKEY_EXTRA_FLAGS|(?:docker|podman|nerdctl) (?:container )?(?:run|create)\b|commonConfiguration|customConfig|valkeyConfig|requirepass|masterauth|maxmemory|appendonly/i;
/** What tells of an image on a line that holds a name. */
const IMAGE = /(?:^|[{,] ?)(?:- )?["']?(?:image|repository)["']? *[:=]|^(?:FROM|ARG)\s/i;

/** A service that is built or copied is perhaps a server's. */
const MADE_ELSEWHERE = /\b(?:build|extends):/;

/**
 * How far a text speaks of servers:
 * - none: it holds no name of one
 * - names: it holds one, and nothing else
 * - speaks: it may say how one is started
 */
export type Traces = 'none' | 'names' | 'speaks';

/** By a search for names first, which nearly all texts do not hold. */
export function tracesIn(text: string): Traces {
  if (!NAMES.test(text)) return 'none';
  return mayTellOfStart(text) ? 'speaks' : 'names';
}

/** Whether it is worth reading a document. */
export function maySpeakOfServers(text: string): boolean {
  return NAMES.test(text) && tellsOfStart(text);
}

/** The same of a compose file: what a service is built from or extends may be a server's where a name of one stands. */
export function mayStartServers(text: string): boolean {
  return tracesIn(text) === 'speaks';
}

/**
 * What an edit makes of it, by a search in the lines that it left; in the whole text only where the first name came in.
 * What once spoke is taken to speak still: whoever reads it searches again.
 */
export function tracesAfter(before: Traces, changedLines: string, whole: () => string): Traces {
  if (before === 'speaks') return before;
  if (before === 'none') return NAMES.test(changedLines) ? tracesIn(whole()) : before;
  return mayTellOfStart(changedLines) ? 'speaks' : before;
}

const mayTellOfStart = (text: string): boolean => tellsOfStart(text) || MADE_ELSEWHERE.test(text);

function tellsOfStart(text: string): boolean {
  return SPEAKS.test(text) || text.split('\n').some((line) => NAMES.test(line) && IMAGE.test(line.trimStart()));
}

// What reading one configuration may cost. Counted, never timed, so that every host comes to the same answer on every
// machine. Whoever finds a budget spent says so, and what hangs on it is unknown.

/** Names of files that one pattern is held against. */
export const MOST_NAMES = 20_000;

/** Holds work back while messages keep coming in, so that a burst of keystrokes is analysed once. */
export interface QuietGate {
  /** A message came in. */
  readonly touch: () => void;
  /** Resolves when no message has come in for a moment. */
  readonly whenQuiet: () => Promise<void>;
}

/** Rounds of the event loop without a message that count as quiet: far below what a person notices. */
const QUIET_ROUNDS = 8;

/** `defer`: runs a callback after the messages that are waiting. */
export function createQuietGate(defer: (callback: () => void) => void): QuietGate {
  let waiting: (() => void)[] = [];
  let quietRounds = 0;
  const round = () => {
    quietRounds++;
    if (quietRounds <= QUIET_ROUNDS) return defer(round);
    const released = waiting;
    waiting = [];
    for (const release of released) release();
  };
  return {
    touch: () => {
      quietRounds = 0;
    },
    whenQuiet: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (waiting.length > 1) return;
        quietRounds = 0;
        defer(round);
      }),
  };
}

/** Of several that ask for the same, the last one is worth an answer. */
export interface Turns {
  /** Answers whether nobody has asked for it since. */
  readonly take: (what: string) => () => boolean;
  readonly forget: (what: string) => void;
}

/** Turns that nobody has taken yet. */
export function createTurns(): Turns {
  const taken = new Map<string, number>();
  return {
    take: (what) => {
      const turn = (taken.get(what) ?? 0) + 1;
      taken.set(what, turn);
      return () => taken.get(what) === turn;
    },
    forget: (what) => {
      taken.delete(what);
    },
  };
}

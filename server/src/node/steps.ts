/** One call of the file system: for who waits for it, and for who has other things to do meanwhile. */
interface Call {
  readonly now: () => unknown;
  readonly later: () => Promise<unknown>;
}

/** Work on files, written once; `runNow` and `runLater` are its two faces. */
export type Steps<Result> = Generator<Call, Result, unknown>;

/** Steps of one call. */
export function* step<Result>(now: () => Result, later: () => Promise<Result>): Steps<Result> {
  return (yield { now, later }) as Result;
}

/** @throws what a call threw and the steps did not catch */
export function runNow<Result>(steps: Steps<Result>): Result {
  let state = steps.next();
  while (!state.done) {
    let answer: unknown;
    try {
      answer = state.value.now();
    } catch (error) {
      state = steps.throw(error);
      continue;
    }
    state = steps.next(answer);
  }
  return state.value;
}

/** Rejects with what a call rejected with and the steps did not catch. */
export async function runLater<Result>(steps: Steps<Result>): Promise<Result> {
  let state = steps.next();
  while (!state.done) {
    let answer: unknown;
    try {
      answer = await state.value.later();
    } catch (error) {
      state = steps.throw(error);
      continue;
    }
    state = steps.next(answer);
  }
  return state.value;
}

import type { ResolvedConfiguration } from '../../server/src/core/config/resolved-configuration.js';
import { isServerError } from '../support/resp-client.js';
import type { Answer } from '../support/visit.js';

/** What a stranger on another machine gets: nowhere to connect to, a refusal, a demand for a password, or an answer. */
type Reach = 'nothing' | 'refusal' | 'password' | 'answer';

/** What a stranger gets, `everywhere` where the server listens on every address; in words that can be compared. */
export interface ComparedReach {
  readonly server: string;
  readonly linter: string;
}

/** Undefined where the linter says that it does not know. `strangers`: by the address that the server listens on. */
export function comparedReach(
  strangers: ReadonlyMap<string, Answer>,
  config: ResolvedConfiguration,
): ComparedReach | undefined {
  const linter = linterReach(config);
  if (linter === undefined) return undefined;
  const isEverywhere = strangers.has('0.0.0.0') || strangers.has('::');
  // That it is everywhere the linter does not say, only that it is public.
  const isSaidToBe = isEverywhere && config.exposure.listen === 'public';
  return {
    server: `${serverReach([...strangers.values()])}${isEverywhere ? ' everywhere' : ''}`,
    linter: `${linter}${isSaidToBe ? ' everywhere' : ''}`,
  };
}

const WIDEST_FIRST = ['answer', 'password', 'refusal'] as const;

function serverReach(answers: readonly Answer[]): Reach {
  const reaches = answers.map(reachOf);
  return WIDEST_FIRST.find((reach) => reaches.includes(reach)) ?? 'nothing';
}

function reachOf(answer: Answer): Reach {
  const [reply] = typeof answer === 'string' ? [] : answer;
  if (reply === undefined) return 'nothing';
  if (!isServerError(reply)) return 'answer';
  if (reply.error.startsWith('DENIED')) return 'refusal';
  return reply.error.startsWith('NOAUTH') ? 'password' : 'answer';
}

function linterReach({ exposure, defaultUser }: ResolvedConfiguration): Reach | undefined {
  if (exposure.listen === 'unknown' || defaultUser.state === 'unknown') return undefined;
  if (exposure.listen === 'none' || exposure.listen === 'loopback') return 'nothing';
  if (!exposure.isReachable) return 'refusal';
  return defaultUser.state === 'open' ? 'answer' : 'password';
}

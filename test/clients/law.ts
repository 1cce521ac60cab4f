import { type Effect, needsReview } from '../../server/src/core/rules/rule.js';
import { limitsLowered } from './limits.js';
import type { Observation } from './observe.js';
import { type Login, loginsIn } from './server-state.js';

/**
 * The clients law: who could do something before a fix of effect `none` or `safe` can do it after it, and nobody else
 * gets in, also where the file did not start before; `none` changes nothing at all. A fix of any effect leaves a file
 * startable that was so, and lets no stranger into a server that was closed to them.
 */
export interface Violation {
  readonly kind: 'breaks' | 'opens' | 'takes' | 'changes';
  /** Who, and what. */
  readonly what: string;
}

export function violationsOf(before: Observation, after: Observation, effect: Effect): readonly Violation[] {
  if (before.verdict.isStartable && !after.verdict.isStartable) {
    return [{ kind: 'breaks', what: `line ${after.verdict.line}: ${after.verdict.error}` }];
  }
  const opened = after.openTo
    .filter((place) => !before.openTo.includes(place))
    .map((what): Violation => ({ kind: 'opens', what }));
  if (needsReview(effect)) return before.verdict.isStartable ? opened : [];
  if (!before.verdict.isStartable) return opened;
  const taken = takenFrom(before, after).map((what): Violation => ({ kind: 'takes', what }));
  const changed =
    effect === 'none' ? changesOf(before, after).map((what): Violation => ({ kind: 'changes', what })) : [];
  return [...opened, ...taken, ...changed];
}

function takenFrom(before: Observation, after: Observation): readonly string[] {
  const served = [...before.served].filter((what) => !after.served.has(what));
  if (!before.state || !after.state) return served;
  const { rights } = after.state;
  return [
    ...served,
    ...[...before.state.rights].filter((right) => !rights.has(right)),
    ...lostLogins(loginsIn(before.state), loginsIn(after.state)),
    ...limitsLowered(before.state.settings, after.state.settings),
  ];
}

function lostLogins(before: ReadonlyMap<string, Login>, after: ReadonlyMap<string, Login>): readonly string[] {
  return [...before].flatMap(([name, login]) => {
    if (!login.isOn) return [];
    const now = after.get(name);
    if (!now?.isOn) return [`${name}: log in`];
    if (now.takesAnyPassword) return [];
    const lost = [...login.hashes].filter((hash) => !now.hashes.has(hash));
    return [
      ...(login.takesAnyPassword ? [`${name}: log in with any password`] : []),
      ...lost.map((hash) => `${name}: log in with the password ${hash.slice(0, 9)}`),
    ];
  });
}

/** Names and values of settings, and lines of `ACL LIST`. */
function changesOf({ state: before }: Observation, { state: after }: Observation): readonly string[] {
  if (!before || !after) return [];
  const names = [...new Set([...before.settings.keys(), ...after.settings.keys()])];
  const settings = names
    .map((name) => ({ name, was: before.settings.get(name), is: after.settings.get(name) }))
    .filter(({ was, is }) => was !== is)
    .map(({ name, was, is }) => `${name}: ${JSON.stringify(was)}, then ${JSON.stringify(is)}`);
  const users = before.users.filter((line) => !after.users.includes(line)).map((line) => `before: ${line}`);
  const more = after.users.filter((line) => !before.users.includes(line)).map((line) => `after: ${line}`);
  return [...settings, ...users, ...more];
}

// A process that stays in one network and goes on errands there: a thousand visits cost one start.
import { type Listener, listenersHere } from './listeners.js';
import { type Answer, type Visit, visit } from './visit.js';

export type Errand = { readonly kind: 'visit'; readonly visits: readonly Visit[] } | { readonly kind: 'listeners' };

export interface Request {
  readonly id: number;
  readonly errand: Errand;
}

export interface Report {
  readonly id: number;
  /** One answer for each visit, or what listens. */
  readonly found: readonly Answer[] | readonly Listener[];
}

process.on('message', async ({ id, errand }: Request) => {
  const found = errand.kind === 'visit' ? await Promise.all(errand.visits.map(visit)) : await listenersHere();
  process.send?.({ id, found } satisfies Report);
});
process.once('disconnect', () => process.exit());

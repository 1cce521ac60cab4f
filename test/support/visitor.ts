// A process that stays in one network and connects from there as it is asked to: a thousand visits cost one start.
import { type Visit, visit } from './visit.js';

interface Request {
  readonly id: number;
  readonly visits: readonly Visit[];
}

process.on('message', async ({ id, visits }: Request) => {
  const answers = await Promise.all(visits.map(visit));
  process.send?.({ id, answers });
});
process.once('disconnect', () => process.exit());

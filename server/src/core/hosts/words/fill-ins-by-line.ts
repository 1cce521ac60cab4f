import type { FillIn } from '../../config/fill-in.js';
import type { ArgumentWord } from '../host-reading.js';

/** What is put into a text, by its lines. What goes beyond a line is on each of its lines. */
export function fillInsByLine({ text: { text }, fillIns }: ArgumentWord): readonly FillIn[] {
  if (fillIns.length === 0) return [];
  let start = 0;
  return text.split('\n').flatMap((lineText, line) => {
    const [from, to] = [start, start + lineText.length];
    start = to + 1;
    const own = fillIns.filter(({ at }) => at.start < to && at.end > from);
    return own.map((fillIn) => ({
      ...fillIn,
      line,
      at: { start: Math.max(fillIn.at.start, from) - from, end: Math.min(fillIn.at.end, to) - from },
    }));
  });
}

import { type ConfigFile, sameRules } from '../../syntax/config-file.js';
import { type ConfigLine, isLong, isTelling } from '../../syntax/config-line.js';

const CONTAINER_WORD = /\b(docker|containers?|compose|kubernetes|k8s|helm)\b/i;
/** The stock files speak of containers too, but not in their first lines. */
export const HEAD_LINES = 10;

/** Whether a comment in the first lines tells that the server runs in a container: prose that means something. */
export const speaksOfContainer = ({ kind, text }: ConfigLine): boolean =>
  kind === 'comment' && CONTAINER_WORD.test(text);

/**
 * Whether two texts differ in prose alone, line by line: then a server reads the same, and so does everything here. Left
 * out are the first line, which tells how lines end, and the last one, whose end the next file of a text may hang on.
 */
export function differsInProseAlone(before: ConfigFile, now: ConfigFile): boolean {
  const { count } = now.lines;
  if (before.lines.count !== count || before.mayHoldNul || now.mayHoldNul) return false;
  if (before.encoding !== now.encoding || !sameRules(before.rules, now.rules)) return false;
  for (let index = 0; index < count; index++) {
    const [one, other] = [before.lines.at(index), now.lines.at(index)];
    if (one === other) continue;
    const isBetween = index > 0 && index < count - 1;
    if (!isBetween || !isProse(one, index) || !isProse(other, index)) return false;
  }
  return true;
}

const isProse = (line: ConfigLine | undefined, index: number): boolean =>
  line !== undefined && !isTelling(line) && !isLong(line) && !(index < HEAD_LINES && speaksOfContainer(line));

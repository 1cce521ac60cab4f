import { type ConfigFile, sameRules } from '../../syntax/config-file.js';
import { type ConfigLine, isLong, isTelling } from '../../syntax/config-line.js';

/** So many lines at the top are looked at for words that tell where a server runs, prose or not. */
export const HEAD_LINES = 10;

/**
 * Whether two texts differ in prose alone, line by line: then a server reads the same, and so does everything here. The
 * last line is left out, whose end the next file of a text may hang on.
 */
export function differsInProseAlone(before: ConfigFile, now: ConfigFile): boolean {
  const { count } = now.lines;
  if (before.lines.count !== count || before.mayHoldNul || now.mayHoldNul) return false;
  if (before.encoding !== now.encoding || !sameRules(before.rules, now.rules)) return false;
  for (let index = 0; index < count; index++) {
    const [one, other] = [before.lines.at(index), now.lines.at(index)];
    if (one === other) continue;
    const isBetween = index >= HEAD_LINES && index < count - 1;
    if (!isBetween || !isProse(one) || !isProse(other)) return false;
  }
  return true;
}

const isProse = (line: ConfigLine | undefined): boolean => line !== undefined && !isTelling(line) && !isLong(line);

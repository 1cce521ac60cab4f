import type { Location, Occurrence } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { textOfBytes } from '../../syntax/bytes.js';

/** One `sentinel SUB ARGS...` line. */
export interface SentinelLine {
  readonly from: Occurrence;
  /** What follows the subcommand, as text. */
  readonly args: readonly string[];
  /** Where an argument (from 0) stands; the subcommand where it is missing. */
  readonly at: (index: number) => Location;
}

/** The lines of a Sentinel subcommand (lower case), in the order read; lines with template placeholders are left out. */
export function sentinelLines(config: ResolvedConfiguration, subcommand: string): readonly SentinelLine[] {
  return config
    .statements(subcommand)
    .filter(({ isTemplated }) => !isTemplated)
    .map((from) => ({
      from,
      args: from.args.slice(1).map(({ value }) => textOfBytes(value)),
      at: (index) => ({
        source: from.source,
        line: from.line,
        at: from.args[index + 1] ?? from.args[0] ?? from.directive.name,
      }),
    }));
}

/** The times (ms) that the lines of a subcommand give to primaries, where Sentinel takes them and they are shorter. */
export function shorterTimes(
  config: ResolvedConfiguration,
  subcommand: string,
  shortest: number,
): readonly { readonly name: string; readonly time: string; readonly at: Location }[] {
  return sentinelLines(config, subcommand)
    .map(({ args: [name = '', time = ''], at }) => ({ name, time, at: at(1) }))
    .filter(({ time }) => /^\d+$/.test(time) && Number(time) > 0 && Number(time) < shortest);
}

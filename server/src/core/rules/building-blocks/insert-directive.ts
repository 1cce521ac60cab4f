import type { FileLine } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { DirectiveName } from '../../directives/catalog.js';
import { type ConfigLine, exampleNameOf, sectionTitleOf } from '../../syntax/config-line.js';
import type { SourceEdit } from '../rule.js';
import { appendLines, insertLinesBelow, replaceArguments } from './edits.js';

/** The section of the stock files that a directive belongs to. */
const SECTIONS: Partial<Readonly<Record<DirectiveName, string>>> = {
  requirepass: 'SECURITY',
  user: 'SECURITY',
  bind: 'NETWORK',
  port: 'NETWORK',
  'protected-mode': 'NETWORK',
  masterauth: 'REPLICATION',
  masteruser: 'REPLICATION',
};

/**
 * Inserts lines that begin with a directive which no line sets yet, where a person would look for it: below its
 * commented-out example, else below the banner of its section, else at the end of the root file.
 */
export function insertDirective(
  config: ResolvedConfiguration,
  name: DirectiveName,
  ...lines: readonly string[]
): SourceEdit {
  const { id, file } = config.root;
  const section = SECTIONS[name];
  const last = (isIt: (line: ConfigLine) => boolean) =>
    [...file.lines.telling()].findLast(([, line]) => isIt(line))?.[0];
  const line =
    last((node) => exampleNameOf(node) === name) ??
    last((node) => section !== undefined && sectionTitleOf(node) === section);
  return line === undefined ? appendLines(config, ...lines) : insertLinesBelow({ source: id, line }, ...lines);
}

/** Sets a directive: on the line that decides it, else on a new one, below a line where one is given. */
export function setDirective(
  config: ResolvedConfiguration,
  name: DirectiveName,
  value: string,
  below?: FileLine,
): SourceEdit {
  const from = config.inForce(name)?.from;
  if (from) return replaceArguments(from, value);
  const line = `${name} ${value}`;
  return below ? insertLinesBelow(below, line) : insertDirective(config, name, line);
}

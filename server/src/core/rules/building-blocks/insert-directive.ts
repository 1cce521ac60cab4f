import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { DirectiveName } from '../../directives/catalog.js';
import type { FileEdit } from '../rule.js';
import { appendLines, insertLinesBelow } from './edits.js';

/** The banner comment of the stock files that a directive belongs under. */
const BANNERS: Partial<Readonly<Record<DirectiveName, RegExp>>> = {
  requirepass: /^\s*#+\s*SECURITY\s*#+\s*$/,
  user: /^\s*#+\s*SECURITY\s*#+\s*$/,
  bind: /^\s*#+\s*NETWORK\s*#+\s*$/,
  port: /^\s*#+\s*NETWORK\s*#+\s*$/,
  'protected-mode': /^\s*#+\s*NETWORK\s*#+\s*$/,
  masterauth: /^\s*#+\s*REPLICATION\s*#+\s*$/,
  masteruser: /^\s*#+\s*REPLICATION\s*#+\s*$/,
};

/**
 * Inserts lines that begin with a directive which no line sets yet, where a person would look for it: below its
 * commented-out example, else below the banner of its section, else at the end of the root file.
 */
export function insertDirective(
  config: ResolvedConfiguration,
  name: DirectiveName,
  ...lines: readonly string[]
): FileEdit {
  const { path, file } = config.root;
  const example = new RegExp(`^\\s*#\\s?${name}\\s+\\S+(\\s+\\S+)?\\s*$`);
  const banner = BANNERS[name];
  const isBelow = (pattern: RegExp) => (index: number) => {
    const line = file.lines[index];
    return line?.kind === 'comment' && pattern.test(line.text);
  };
  const line = file.tellingLines.findLast(isBelow(example)) ?? (banner && file.tellingLines.findLast(isBelow(banner)));
  return line === undefined ? appendLines(config, ...lines) : insertLinesBelow(config, { path, line }, ...lines);
}

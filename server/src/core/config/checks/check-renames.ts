import type { CommandTable } from '../../acl/commands.js';
import { has } from '../../directives/capabilities.js';
import { lowerCaseAscii } from '../../syntax/config-line.js';
import type { Word } from '../../syntax/word.js';
import type { LoadProblem, LoadProblemDetail } from '../load-problem.js';
import type { Location, Occurrence } from '../occurrence.js';

/** Goes through `rename-command` lines in the order in which the server reads them. */
export interface RenameReader {
  readonly read: (occurrence: Occurrence) => LoadProblem | undefined;
}

/**
 * Renames commands line by line, as the server does while it reads: the old name must exist at that moment, the new
 * one must not. Commands of modules, also of built-in ones, do not exist yet.
 */
export function createRenameReader(table: CommandTable): RenameReader {
  const existing = existingCommands(table);
  const renamed = new Map<string, Location>();

  const missing = (name: Word, occurrence: Occurrence): LoadProblem => {
    const oldName = lowerCaseAscii(name.value);
    const earlier = renamed.get(oldName);
    if (earlier) return problem({ code: 'rename-duplicate', name: name.raw, earlier }, occurrence, name);
    const container = oldName.split('|', 1)[0] ?? '';
    const isSubcommand = oldName !== container && table.lookup(oldName)?.parent !== undefined;
    return isSubcommand && has(table.target, 'subcommands')
      ? { ...problem({ code: 'rename-subcommand', name: name.raw }, occurrence, name), stage: 'crash' }
      : problem({ code: 'rename-unknown-command', name: name.raw }, occurrence, name);
  };

  const read: RenameReader['read'] = (occurrence) => {
    const [from, to] = occurrence.args;
    if (occurrence.isTemplated || !from || !to) return undefined;
    const oldName = lowerCaseAscii(from.value);
    const newName = lowerCaseAscii(to.value);
    if (!existing.delete(oldName)) return missing(from, occurrence);
    renamed.set(oldName, { source: occurrence.source, line: occurrence.line, at: from });
    if (existing.has(newName)) return problem({ code: 'rename-target-exists', name: to.raw }, occurrence, to);
    if (newName !== '') existing.add(newName);
    return undefined;
  };
  return { read };
}

function problem(detail: LoadProblemDetail, occurrence: Occurrence, at: Word): LoadProblem {
  const { source, line } = occurrence;
  return { ...detail, at: { source, line, at }, stage: 'config', isFatal: true, occurrence };
}

function existingCommands({ commands }: CommandTable): Set<string> {
  return new Set(commands.flatMap(({ name, parent, isFromModule }) => (parent || isFromModule ? [] : [name])));
}

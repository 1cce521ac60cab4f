import { ArgumentList } from './argument-list.js';
import type { Category, Command, CommandTable } from './commands.js';

/**
 * Which commands a user (or a selector) may run, as the server holds it: a bit a command, the first arguments that
 * open an otherwise forbidden command, and whether commands that do not exist yet (of modules) are in it.
 */
export interface CommandSet {
  readonly allowsFuture: boolean;
  readonly bits: Uint32Array;
  /** By command id: first arguments as written; they are compared in any case. */
  readonly firstArguments: ReadonlyMap<number, ArgumentList>;
  /** The rules that made it of `none` or `all`. */
  readonly history: History | undefined;
}

/** A rule with its sign, and those before it; not the sets between, of which there may be thousands. */
export interface History {
  readonly rule: string;
  readonly before: History | undefined;
}

/** The commands of one target as bit sets. */
export interface CommandSets {
  readonly table: CommandTable;
  readonly none: CommandSet;
  readonly all: CommandSet;
  /** A command and, of a container, all its subcommands. */
  readonly withCommand: (set: CommandSet, command: Command, isAllowed: boolean) => CommandSet;
  /** All commands of a category; of a container in it, all subcommands whatever their own categories. */
  readonly withCategory: (set: CommandSet, category: Category, isAllowed: boolean) => CommandSet;
  readonly withFirstArgument: (set: CommandSet, command: Command, argument: string) => CommandSet;
}

/**
 * So many sets are remembered, each with the commands that have arguments in it: users share their rules, and files
 * with 100,000 users have few different sets.
 */
const MOST_REMEMBERED = 20_000;

const NO_ARGUMENTS: CommandSet['firstArguments'] = new Map();

/** Builds the bit masks of a table: keep it as long as the table. Its sets are never changed in place. */
export function commandSetsOf(table: CommandTable): CommandSets {
  const words = Math.ceil(table.commands.length / 32);
  const maskOf = (commands: Iterable<Command>): Uint32Array => {
    const mask = new Uint32Array(words);
    for (const { id, subcommands } of commands) {
      setBit(mask, id);
      for (const subcommand of subcommands) setBit(mask, subcommand.id);
    }
    return mask;
  };
  const masks = new Map<Category, Uint32Array>();
  const maskOfCategory = (category: Category): Uint32Array => {
    const mask = masks.get(category) ?? maskOf(table.inCategory(category));
    masks.set(category, mask);
    return mask;
  };
  let following = new WeakMap<CommandSet, Map<string, CommandSet>>();
  let remembered = 0;
  const after = (of: CommandSet, rule: string, make: () => Omit<CommandSet, 'history'>): CommandSet => {
    const known = following.get(of)?.get(rule);
    if (known) return known;
    const made: CommandSet = { ...make(), history: { rule, before: of.history } };
    remembered += 1 + made.firstArguments.size;
    if (remembered > MOST_REMEMBERED) {
      following = new WeakMap();
      remembered = 0;
    }
    const siblings = following.get(of);
    if (siblings) siblings.set(rule, made);
    else following.set(of, new Map([[rule, made]]));
    return made;
  };
  const masked = (set: CommandSet, mask: Uint32Array, isAllowed: boolean): Omit<CommandSet, 'history'> => {
    const bits = set.bits.map((word, index) => (isAllowed ? word | (mask[index] ?? 0) : word & ~(mask[index] ?? 0)));
    if (set.firstArguments.size === 0) return { ...set, bits };
    const kept = [...set.firstArguments].filter(([id]) => !hasBit(mask, id));
    return { ...set, bits, firstArguments: new Map(kept) };
  };
  const sign = (isAllowed: boolean) => (isAllowed ? '+' : '-');
  return {
    table,
    none: { allowsFuture: false, bits: new Uint32Array(words), firstArguments: NO_ARGUMENTS, history: undefined },
    all: { allowsFuture: true, bits: maskOf(table.commands), firstArguments: NO_ARGUMENTS, history: undefined },
    withCommand: (set, command, isAllowed) =>
      after(set, sign(isAllowed) + command.name, () => masked(set, maskOf([command]), isAllowed)),
    withCategory: (set, category, isAllowed) =>
      after(set, `${sign(isAllowed)}@${category}`, () => masked(set, maskOfCategory(category), isAllowed)),
    withFirstArgument: (set, command, argument) =>
      after(set, `+${command.name}|${argument}`, () => {
        const known = set.firstArguments.get(command.id) ?? new ArgumentList();
        if (known.has(argument)) return set;
        return { ...set, firstArguments: new Map(set.firstArguments).set(command.id, known.with(argument)) };
      }),
  };
}

/** Whether the command may be run with any arguments. */
export function hasCommand({ bits }: CommandSet, { id }: Command): boolean {
  return hasBit(bits, id);
}

/** Whether nothing at all is allowed. */
export function isEmptySet({ bits, firstArguments }: CommandSet): boolean {
  return firstArguments.size === 0 && bits.every((word) => word === 0);
}

/** The commands in a set, in the table's order. */
export function commandsIn({ commands }: CommandTable, set: CommandSet): readonly Command[] {
  return commands.filter((command) => hasCommand(set, command));
}

function setBit(bits: Uint32Array, id: number): void {
  bits[id >> 5] = (bits[id >> 5] ?? 0) | (1 << (id & 31));
}

function hasBit(bits: Uint32Array, id: number): boolean {
  return ((bits[id >> 5] ?? 0) & (1 << (id & 31))) !== 0;
}

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
  const masks = new CommandMasks(table);
  const known = new KnownSets();
  const setOf = (allowsFuture: boolean, commands: Iterable<Command>): CommandSet => ({
    allowsFuture,
    bits: masks.of(commands),
    firstArguments: NO_ARGUMENTS,
    history: undefined,
  });
  return {
    table,
    none: setOf(false, []),
    all: setOf(true, table.commands),
    withCommand: (set, command, isAllowed) =>
      known.after(set, sign(isAllowed) + command.name, () => masked(set, masks.of([command]), isAllowed)),
    withCategory: (set, category, isAllowed) =>
      known.after(set, `${sign(isAllowed)}@${category}`, () => masked(set, masks.ofCategory(category), isAllowed)),
    withFirstArgument: (set, command, argument) =>
      known.after(set, `+${command.name}|${argument}`, () => {
        const list = set.firstArguments.get(command.id) ?? new ArgumentList();
        if (list.has(argument)) return set;
        return { ...set, firstArguments: new Map(set.firstArguments).set(command.id, list.with(argument)) };
      }),
  };
}

/** One bit a command; those of a category are worked out once. */
class CommandMasks {
  readonly #table: CommandTable;
  readonly #ofCategory = new Map<Category, Uint32Array>();

  constructor(table: CommandTable) {
    this.#table = table;
  }

  of(commands: Iterable<Command>): Uint32Array {
    const mask = new Uint32Array(Math.ceil(this.#table.commands.length / 32));
    for (const { id, subcommands } of commands) {
      setBit(mask, id);
      for (const subcommand of subcommands) setBit(mask, subcommand.id);
    }
    return mask;
  }

  ofCategory(category: Category): Uint32Array {
    const mask = this.#ofCategory.get(category) ?? this.of(this.#table.inCategory(category));
    this.#ofCategory.set(category, mask);
    return mask;
  }
}

type Changed = Omit<CommandSet, 'history'>;

/** What a rule makes of a set, made once for all users that share their rules. */
class KnownSets {
  #following = new WeakMap<CommandSet, Map<string, CommandSet>>();
  #remembered = 0;

  after(of: CommandSet, rule: string, make: () => Changed): CommandSet {
    const known = this.#following.get(of)?.get(rule);
    if (known) return known;
    const made: CommandSet = { ...make(), history: { rule, before: of.history } };
    this.#remembered += 1 + made.firstArguments.size;
    if (this.#remembered > MOST_REMEMBERED) {
      this.#following = new WeakMap();
      this.#remembered = 0;
    }
    const siblings = this.#following.get(of);
    if (siblings) siblings.set(rule, made);
    else this.#following.set(of, new Map([[rule, made]]));
    return made;
  }
}

function sign(isAllowed: boolean): string {
  return isAllowed ? '+' : '-';
}

function masked(set: CommandSet, mask: Uint32Array, isAllowed: boolean): Changed {
  const bits = set.bits.map((word, index) => (isAllowed ? word | (mask[index] ?? 0) : word & ~(mask[index] ?? 0)));
  if (set.firstArguments.size === 0) return { ...set, bits };
  const kept = [...set.firstArguments].filter(([id]) => !hasBit(mask, id));
  return { ...set, bits, firstArguments: new Map(kept) };
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

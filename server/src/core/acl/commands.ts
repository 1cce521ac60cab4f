import { has } from '../directives/capabilities.js';
import { isAlive } from '../directives/catalog.js';
import type { Knowledge, Lifetimes } from '../directives/facts.js';
import { nearestTo } from '../directives/nearest.js';
import { factsForServer } from '../directives/servers.js';
import type { Target } from '../directives/target.js';
import { lowerCaseAscii } from '../syntax/config-line.js';
import serverCommands from './data/commands.json';
import sentinelCommands from './data/sentinel-commands.json';

/** The ACL categories of every supported server, in the order in which the servers list them. */
export const CATEGORIES = [
  'keyspace',
  'read',
  'write',
  'set',
  'sortedset',
  'list',
  'hash',
  'string',
  'bitmap',
  'hyperloglog',
  'geo',
  'stream',
  'pubsub',
  'admin',
  'fast',
  'slow',
  'blocking',
  'dangerous',
  'connection',
  'transaction',
  'scripting',
  'array',
] as const;

/** A category that servers have built in; without the `@`. */
export type Category = (typeof CATEGORIES)[number];

/** Categories that only modules bring: the full distribution of Redis 8 has them, plain builds refuse them. */
export const MODULE_CATEGORIES: readonly string[] = [
  'search',
  'json',
  'timeseries',
  'bloom',
  'cuckoo',
  'cms',
  'topk',
  'tdigest',
];

/** One command, or one subcommand (`config|get`) from Redis 7.0 on, where ACLs know subcommands. */
export interface Command {
  /** Its place in the table's `commands`. */
  readonly id: number;
  /** Lower case; a subcommand's is `container|sub`. */
  readonly name: string;
  readonly categories: ReadonlySet<Category>;
  /** Of a container; empty for all others. */
  readonly subcommands: readonly Command[];
  /** The container of a subcommand. */
  readonly parent: Command | undefined;
  /** AUTH, HELLO, QUIT, RESET: allowed to everybody, logged in or not, whatever the rules say. */
  readonly isAlwaysAllowed: boolean;
  /** Of a built-in module (the vector sets of Redis 8): unknown while the configuration is read, known to ACLs. */
  readonly isFromModule: boolean;
}

/** The commands of one target: its own only, without any module's. */
export interface CommandTable {
  readonly target: Target;
  /** A container stands before its subcommands. */
  readonly commands: readonly Command[];
  /** By name in any case; `config|get` from Redis 7.0 on. */
  readonly lookup: (name: string) => Command | undefined;
  readonly inCategory: (category: Category) => readonly Command[];
  /** Names that a misspelt command or `container|sub` may have meant, best first. */
  readonly nearest: (word: string) => readonly string[];
}

interface RawCommand extends Lifetimes {
  readonly categories: readonly Category[];
  readonly flags?: readonly ('no_auth' | 'module')[];
  readonly differsIn?: Readonly<Record<string, { readonly categories: readonly Category[] }>>;
  /** Missing: measured. */
  readonly known?: Knowledge;
}

const RAW = serverCommands.commands as unknown as Readonly<Record<string, RawCommand>>;
const SENTINEL_OWN = sentinelCommands.own as unknown as Readonly<Record<string, RawCommand>>;

/** Every command and subcommand of any supported server or Sentinel. */
export const COMMAND_NAMES: readonly string[] = [...new Set([...Object.keys(RAW), ...Object.keys(SENTINEL_OWN)])];

/** Whose commands: a Sentinel has a few of the server's, and SENTINEL, which no server has. */
export type CommandHost = 'server' | 'sentinel';

const rawCommandsOf = (host: CommandHost): Readonly<Record<string, RawCommand>> =>
  host === 'server'
    ? RAW
    : { ...Object.fromEntries(Object.entries(RAW).filter(isSharedWithSentinel)), ...SENTINEL_OWN };

function isSharedWithSentinel([name]: readonly [string, RawCommand]): boolean {
  const { shared, lacking } = sentinelCommands;
  return shared.includes(name.split('|', 1)[0] ?? '') && !lacking.includes(name);
}

/** Builds the command table of a target: about 430 entries; keep it as long as the target stays. */
export function commandTableFor(target: Target, host: CommandHost = 'server'): CommandTable {
  const rawCommands = rawCommandsOf(host);
  const hasSubcommands = has(target, 'subcommands');
  const names = Object.keys(rawCommands).filter(
    (name) => isAlive(rawCommands[name] ?? {}, target) && (hasSubcommands || !name.includes('|')),
  );
  const byName = new Map<string, Command>();
  const subcommands = new Map<string, Command[]>();
  for (const [id, name] of names.sort().entries()) {
    const raw = rawCommands[name];
    if (!raw) continue;
    const parent = byName.get(name.slice(0, Math.max(0, name.indexOf('|'))));
    const own: Command[] = [];
    const command: Command = {
      id,
      name,
      categories: new Set(factsForServer(raw.differsIn, target)?.categories ?? raw.categories),
      subcommands: own,
      parent,
      isAlwaysAllowed: raw.flags?.includes('no_auth') ?? false,
      isFromModule: raw.flags?.includes('module') ?? false,
    };
    byName.set(name, command);
    subcommands.set(name, own);
    if (parent) subcommands.get(parent.name)?.push(command);
  }
  const commands = [...byName.values()];
  const members = new Map(
    CATEGORIES.map((category) => [category, commands.filter(({ categories }) => categories.has(category))] as const),
  );
  return {
    target,
    commands,
    lookup: (name) => byName.get(name) ?? byName.get(lowerCaseAscii(name)),
    inCategory: (category) => members.get(category) ?? [],
    nearest: (word) => nearestTo(word, byName.keys()),
  };
}

/** Whether a target has a category: all of them but the one of arrays, which came with Redis 8.8. */
export function hasCategory(target: Target, category: Category): boolean {
  return category !== 'array' || has(target, 'arrays');
}

/** By name in any case; undefined for what no server has without a module. `all` is no category of its own. */
export function lookupCategory(name: string): Category | undefined {
  const lower = lowerCaseAscii(name);
  return CATEGORIES.find((category) => category === lower);
}

/** Categories that a misspelt or shortened one may have meant, best first. */
export function nearestCategories(word: string): readonly string[] {
  const all = [...CATEGORIES, 'all'];
  const begun = word.length < 3 ? [] : all.filter((category) => category.startsWith(lowerCaseAscii(word)));
  return [...new Set([...begun, ...nearestTo(word, all)])];
}

/** Whether any supported server has a command, and where; undefined: none has it without a module. */
export function commandLifetimes(name: string): Lifetimes | undefined {
  return Object.hasOwn(RAW, lowerCaseAscii(name)) ? RAW[lowerCaseAscii(name)] : undefined;
}

/** Whether nobody here has seen a command, or a server that lacks it: a line that is newer may have it already. */
export function isCommandOnHearsay(name: string): boolean {
  return Object.hasOwn(RAW, lowerCaseAscii(name)) && RAW[lowerCaseAscii(name)]?.known !== undefined;
}

/** `CONFIG SET` for `config|set`. */
export function displayName({ name }: Pick<Command, 'name'>): string {
  return name.replace('|', ' ').toUpperCase();
}

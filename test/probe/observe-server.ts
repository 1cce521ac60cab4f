import type { RealServer } from '../support/real-server.js';
import { isServerError, type Reply } from '../support/resp-client.js';

/** What a server says of itself when it was started on an empty file. */
export interface ObservedServer {
  /** Name to default, as CONFIG GET * shows it, and of the hidden names that were asked for. */
  readonly defaults: ReadonlyMap<string, string>;
  /** Name (`config|get`, lower case) to what COMMAND tells of it. */
  readonly commands: ReadonlyMap<string, ObservedCommand>;
  readonly categories: readonly string[];
}

export interface ObservedCommand {
  /** Sorted, without the `@`. */
  readonly categories: readonly string[];
  /** From COMMAND DOCS; undefined where the server has none (before 7.0). */
  readonly since: string | undefined;
}

/** `hidden` names are asked for one by one. */
export async function observeServer(server: RealServer, hidden: readonly string[]): Promise<ObservedServer> {
  const { replies, error } = await server.run({
    text: '',
    commands: [
      ['ACL', 'CAT'],
      ['COMMAND'],
      ['COMMAND', 'DOCS'],
      ['CONFIG', 'GET', '*'],
      ...hidden.map((name) => ['CONFIG', 'GET', name]),
    ],
  });
  const [categories = null, commands = null, docs = null, ...settings] = replies;
  if (replies.length === 0) throw new Error(`the server does not start on an empty file: ${error}`);
  const since = sinceOf(docs);
  return {
    defaults: new Map(settings.flatMap((reply) => pairsOf(reply).map(([name, value]) => [name, String(value)]))),
    commands: new Map(listOf(commands).flatMap((command) => commandsOf(command, since))),
    categories: listOf(categories).map(String).sort(),
  };
}

const listOf = (reply: Reply): readonly Reply[] =>
  reply !== null && typeof reply === 'object' && !isServerError(reply) ? reply : [];

function pairsOf(reply: Reply): readonly (readonly [string, Reply])[] {
  const list = listOf(reply);
  return list.flatMap((key, index) => (index % 2 === 0 ? [[String(key), list[index + 1] ?? null] as const] : []));
}

/** COMMAND's entry of a command, and those of its subcommands. */
function commandsOf(
  command: Reply,
  since: ReadonlyMap<string, string>,
): readonly (readonly [string, ObservedCommand])[] {
  const [name = '', , , , , , categories = null, , , subcommands = null] = listOf(command);
  const own = String(name).toLowerCase();
  const observed = {
    categories: listOf(categories)
      .map((text) => String(text).slice(1))
      .sort(),
    since: since.get(own),
  };
  return [[own, observed], ...listOf(subcommands).flatMap((subcommand) => commandsOf(subcommand, since))];
}

function sinceOf(docs: Reply): ReadonlyMap<string, string> {
  return new Map(
    pairsOf(docs).flatMap(([name, doc]) => {
      const facts = new Map(pairsOf(doc));
      const own = [name.toLowerCase(), String(facts.get('since'))] as const;
      return [own, ...sinceOf(facts.get('subcommands') ?? null)];
    }),
  );
}

import { CATEGORIES, commandTableFor } from '../../server/src/core/acl/commands.js';
import { type Catalog, catalogFor, type Directive } from '../../server/src/core/directives/catalog.js';
import type { RealServer } from '../support/real-server.js';
import { type ObservedDirective, observeDirective } from './observe-directive.js';
import { type ObservedServer, observeServer } from './observe-server.js';

/** One thing that the project's data says otherwise than a server does. */
export interface Difference {
  readonly about: 'directive' | 'default' | 'bounds' | 'command' | 'category';
  readonly name: string;
  readonly server: unknown;
  readonly data: unknown;
}

/** Not a difference: the harness's own choice, or the machine's. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  dir: 'the current directory',
  unixsocket: 'the harness asks over it',
  maxclients: 'lowered to what the limit on open files allows',
};

/**
 * Everything that differs for the server's version. Kinds, bounds and enums take two or three starts a directive, some
 * seconds in all.
 */
export async function findDifferences(
  server: RealServer,
  { withBounds }: { readonly withBounds: boolean },
): Promise<readonly Difference[]> {
  const catalog = catalogFor(server.target);
  const hidden = catalog.spellings.filter((spelling) => catalog.lookup(spelling)?.facts.hidden);
  const observed = await observeServer(server, hidden);
  return [
    ...(await directiveDifferences(observed, catalog, server)),
    ...defaultDifferences(observed, catalog),
    ...(withBounds ? await boundsDifferences(observed, catalog, server) : []),
    ...commandDifferences(observed, server),
  ];
}

async function directiveDifferences(
  { defaults }: ObservedServer,
  catalog: Catalog,
  server: RealServer,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const [name, value] of defaults) {
    if (catalog.lookup(name)) continue;
    const entry = await dataEntry(name, value, server);
    differences.push({ about: 'directive', name, server: entry, data: 'does not know it' });
  }
  for (const spelling of catalog.spellings) {
    const directive = catalog.lookup(spelling);
    if (!directive || directive.default === null || directive.isIgnored || defaults.has(spelling)) continue;
    differences.push({ about: 'directive', name: spelling, server: 'does not know it', data: directive.kind });
  }
  return differences;
}

/** As directives.json wants it; a kind that refusals don't tell is left for a person to choose. */
async function dataEntry(name: string, value: string, server: RealServer): Promise<unknown> {
  const { product, version } = server.target;
  const { kind = 'string or special', ...bounds } = await observeDirective(name, server);
  const { replies } = await server.run({ text: '', commands: [['CONFIG', 'SET', name, value]] });
  const isImmutable = /immutable/.test(JSON.stringify(replies));
  const spellings = { [name]: { [product]: { since: `${version.major}.${version.minor}` } } };
  return { spellings, kind, ...bounds, ...(isImmutable ? { immutable: true } : {}), default: value };
}

function defaultDifferences({ defaults }: ObservedServer, catalog: Catalog): readonly Difference[] {
  return [...defaults].flatMap(([name, server]): readonly Difference[] => {
    const data = catalog.lookup(name)?.default;
    if (data === undefined || data === null || data === server || Object.hasOwn(NOT_COMPARED, name)) return [];
    return [{ about: 'default', name, server, data }];
  });
}

async function boundsDifferences(
  { defaults }: ObservedServer,
  catalog: Catalog,
  server: RealServer,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const name of defaults.keys()) {
    const directive = catalog.lookup(name);
    if (!directive) continue;
    const observed = await observeDirective(name, server);
    const data = comparable(directive, observed);
    if (JSON.stringify(data) !== JSON.stringify(observed))
      differences.push({ about: 'bounds', name, server: observed, data });
  }
  return differences;
}

/** The project's facts about a directive, as far as a server's refusals tell them. */
function comparable({ kind, values = [], min, max }: Directive, observed: ObservedDirective): ObservedDirective {
  if (kind === 'string' || kind === 'special') return { kind: undefined };
  if (kind === 'enum' || kind === 'enum-flags') return { kind: 'enum', values: [...values].sort() };
  return observed.min === undefined ? { kind } : { kind, min: String(min), max: String(max) };
}

function commandDifferences({ commands, categories }: ObservedServer, { target }: RealServer): readonly Difference[] {
  const table = commandTableFor(target);
  const differences: Difference[] = [];
  for (const [name, observed] of commands) {
    const known = table.lookup(name);
    if (!known) differences.push({ about: 'command', name, server: observed, data: 'does not know it' });
    else if ([...known.categories].sort().join() !== observed.categories.join())
      differences.push({ about: 'command', name, server: observed.categories, data: [...known.categories].sort() });
  }
  for (const { name } of table.commands) {
    if (!commands.has(name)) differences.push({ about: 'command', name, server: 'does not know it', data: 'knows it' });
  }
  for (const name of categories) {
    if (!(CATEGORIES as readonly string[]).includes(name))
      differences.push({ about: 'category', name, server: 'knows it', data: 'does not know it' });
  }
  return differences;
}

/** For a terminal; what a server has and the data lack is an entry for the data file. */
export function formatDifference({ about, name, server, data }: Difference): string {
  return `${about} ${name}\n  server: ${JSON.stringify(server)}\n  data:   ${JSON.stringify(data)}`;
}

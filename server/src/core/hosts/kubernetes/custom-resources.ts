import { readValues } from '../helm/read-helm.js';
import type { HostReading } from '../host-reading.js';
import { hostedText } from '../hosted-text.js';
import { linesOfNode } from '../lines-of-map.js';
import { loneServer } from '../lone-server.js';
import { entriesOf, itemsOf, textOfNode, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';
import { idOf } from './config-objects.js';
import type { Manifest } from './manifests.js';

const NOTHING: HostReading = { servers: [], notAnalysed: [] };

/** What objects say that somebody else makes servers of: an operator of Redis, or a chart that is installed by one. */
export function resourceServers(manifest: Manifest): HostReading {
  const spec = valueAt(manifest.node, 'spec');
  if (manifest.kind === 'HelmRelease') {
    const chart = textOfNode(valueAt(spec, 'chart', 'spec', 'chart')) ?? manifest.name;
    return readValues(manifest.document, valueAt(spec, 'values'), chart);
  }
  if (manifest.kind === 'Application') return applicationServers(manifest, spec);
  return isOperated(manifest) ? operatedServers(manifest, spec) : NOTHING;
}

function applicationServers({ document }: Manifest, spec: YamlNode | undefined): HostReading {
  const sources = [valueAt(spec, 'source'), ...itemsOf(valueAt(spec, 'sources'))];
  const read = sources.map((source) =>
    readValues(document, valueAt(source, 'helm', 'valuesObject'), textOfNode(valueAt(source, 'chart'))),
  );
  return {
    servers: read.flatMap(({ servers }) => servers),
    notAnalysed: read.flatMap(({ notAnalysed }) => notAnalysed),
  };
}

/** Kinds of operators are named after the server; those of the cluster itself are not. */
function isOperated({ kind, node }: Manifest): boolean {
  const version = textOfNode(valueAt(node, 'apiVersion')) ?? '';
  return /redis|valkey|keydb/i.test(`${kind} ${version}`) && version.includes('.');
}

/** A list whose items are lines, or a map of them. */
const CONFIGURATION_KEYS: ReadonlySet<string> = new Set([
  'customConfig',
  'dynamicConfig',
  'redisConfig',
  'valkeyConfig',
  'config',
]);
const DEEPEST = 4;

/** What stands below `sentinel` are no lines of a file: operators hand it to a Sentinel that runs. */
function configurationsIn(node: YamlNode | undefined, depth = 0): readonly YamlEntry[] {
  if (depth > DEEPEST) return [];
  return entriesOf(node).flatMap((entry): readonly YamlEntry[] => {
    if (CONFIGURATION_KEYS.has(entry.key.value) && linesOfNode(entry.value)) return [entry];
    return /sentinel/i.test(entry.key.value) ? [] : configurationsIn(entry.value, depth + 1);
  });
}

/** Operators add to it: never is anything missing in it. */
function operatedServers(manifest: Manifest, spec: YamlNode | undefined): HostReading {
  const { document, name } = manifest;
  const servers = configurationsIn(spec).flatMap(({ key, value }) => {
    const lines = linesOfNode(value);
    if (!lines) return [];
    const id = `${idOf(manifest)}.${key.value}@${document.locationOf(key.at).line + 1}`;
    const text = hostedText({ document, id, text: lines.text, anchor: key.at, dialect: 'server', holder: 'part' });
    return [loneServer({ kind: 'kubernetes', name, published: 'unknown', text: { ...text, extent: lines.extent } })];
  });
  return { servers, notAnalysed: [] };
}

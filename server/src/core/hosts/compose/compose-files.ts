import type { Mount } from '../../config/deployment.js';
import type { Location } from '../../config/occurrence.js';
import { directoryOf, resolvePath } from '../../config/paths.js';
import { originOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import type { HostedText } from '../host-reading.js';
import { fillInsByLine } from '../words/fill-ins-by-line.js';
import { entryOf, itemsOf, textOfNode, valueAt, type YamlNode } from '../yaml/yaml-tree.js';
import { allValues, type Service, type Sited } from './compose-service.js';
import { interpolated, UNKNOWN, withDefaults } from './compose-variables.js';

/** What a compose file puts into a container. */
export interface GivenFiles {
  readonly mounts: readonly GivenMount[];
  readonly texts: ReadonlyMap<string, GivenText>;
}

/** A file or a folder that is put into a container, and the entry that says so. */
export interface GivenMount extends Mount {
  readonly at: Location;
}

/** A configuration that a compose file holds, and the entry that gives it to a service. */
export interface GivenText extends HostedText {
  readonly at: Location;
}

/** Files and folders here, by their path in the container, and texts that the compose file holds. */
export function filesOf(service: Service): GivenFiles {
  const volumes = allValues(service, 'volumes').flatMap((list) =>
    itemsOf(list.node).flatMap((item) => bindOf(item, list) ?? []),
  );
  const granted = [...grantsOf(service, 'configs'), ...grantsOf(service, 'secrets')];
  const mounts = [...volumes, ...granted.flatMap((grant) => mountOf(grant) ?? [])];
  const texts = granted.map(textOf).filter((text) => text !== undefined);
  return { mounts: mounts.toReversed(), texts: new Map(texts) };
}

/** `./conf/redis.conf:/etc/redis.conf:ro`, or `type: bind`. Named volumes hold nothing from here. */
function bindOf(item: YamlNode, { document }: Sited): GivenMount | undefined {
  const [source = '', target = ''] = item.kind === 'map' ? longVolume(item) : shortVolume(textOfNode(item) ?? '');
  const isPath = /^[./~]|^[A-Za-z]:[\\/]/.test(source) && !source.startsWith('~');
  if (!isPath || !target.startsWith('/') || (source + target).includes(UNKNOWN)) return undefined;
  return { inside: resolvePath('/', target), outside: outsideOf(source, document), at: document.locationOf(item.at) };
}

const outsideOf = (path: string, { path: own }: HostDocument): string => resolvePath(directoryOf(own), path);

function longVolume(item: YamlNode): readonly string[] {
  const kind = textOfNode(entryOf(item, 'type')?.value) ?? 'volume';
  if (kind !== 'bind') return [];
  return ['source', 'target'].map((key) => withDefaults(textOfNode(entryOf(item, key)?.value) ?? '').text);
}

/** The drive of Windows has a colon of its own. */
function shortVolume(written: string): readonly string[] {
  const { text } = withDefaults(written);
  const from = /^[A-Za-z]:[\\/]/.test(text) ? 2 : 0;
  const colon = text.indexOf(':', from);
  return colon < 0 ? [] : [text.slice(0, colon), text.slice(colon + 1).split(':')[0] ?? ''];
}

/** A config or a secret that a service is given, and where it stands in the container. */
interface Grant {
  readonly kind: 'configs' | 'secrets';
  readonly source: string;
  readonly inside: string;
  readonly at: Location;
  readonly definition: (Pick<Sited, 'document'> & { readonly node: YamlNode }) | undefined;
}

function grantsOf(service: Service, kind: Grant['kind']): readonly Grant[] {
  return allValues(service, kind).flatMap(({ node, document }) =>
    itemsOf(node).flatMap((item): Grant[] => {
      const source = textOfNode(item) ?? textOfNode(entryOf(item, 'source')?.value);
      if (source === undefined) return [];
      const target = textOfNode(entryOf(item, 'target')?.value) ?? source;
      const inside = resolvePath(kind === 'secrets' ? '/run/secrets' : '/', target);
      return [
        { kind, source, inside, at: document.locationOf(item.at), definition: definitionOf(service, kind, source) },
      ];
    }),
  );
}

function definitionOf({ parts }: Service, kind: Grant['kind'], source: string): Grant['definition'] {
  return parts.flatMap(({ file: { document, root } }) => {
    const node = valueAt(root, kind, source);
    return node ? [{ document, node }] : [];
  })[0];
}

function mountOf({ inside, at, definition }: Grant): GivenMount | undefined {
  const file = withDefaults(textOfNode(entryOf(definition?.node, 'file')?.value) ?? '').text;
  if (!definition || file === '' || file.includes(UNKNOWN)) return undefined;
  return { inside, outside: outsideOf(file, definition.document), at };
}

/** Compose fills variables into it. What is not set leaves nothing, as in a command. */
function textOf({ kind, source, inside, at, definition }: Grant): readonly [string, GivenText] | undefined {
  const content = entryOf(definition?.node, 'content');
  const text = content?.value?.kind === 'scalar' ? content.value.text() : undefined;
  if (!definition || !content?.value || !text) return undefined;
  const word = interpolated(text);
  const anchor = content.key.at;
  const { document } = definition;
  return [
    inside,
    {
      at,
      id: `${kind}.${source}.content`,
      document,
      holder: 'text',
      text: word.text,
      fillIns: fillInsByLine(word),
      anchor,
      extent: originOf(text, { start: 0, end: text.text.trimEnd().length }) ?? anchor,
    },
  ];
}

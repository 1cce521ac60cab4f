import type { ImageFamily } from '../../config/host-facts.js';
import type { Location } from '../../config/occurrence.js';
import { directoryOf, resolvePath } from '../../config/paths.js';
import { type BuiltStage, readStage } from '../dockerfile/read-dockerfile.js';
import { type HostDocument, hostDocument } from '../host-document.js';
import type { HostedServer, HostTools } from '../host-reading.js';
import { imageFamily } from '../image.js';
import { entryOf, textOfNode } from '../yaml/yaml-tree.js';
import { lastValue, type Service, type Sited } from './compose-service.js';
import { UNKNOWN, withDefaults } from './compose-variables.js';

/** The image of a service, its own or the one that its own is built on. */
export interface ComposeImage {
  readonly text: string;
  readonly at: Location;
  /** Undefined: it is not known for a server's. */
  readonly family: ImageFamily | undefined;
  /** What its own command starts: `known`, the usual program; `built`, what the Dockerfile says; else nobody knows. */
  readonly starts: 'known' | 'unknown' | HostedServer;
  /** The Dockerfile that it is built from, where that was read. */
  readonly dockerfile?: HostDocument;
}

/** What is built is what its Dockerfile makes of it, whatever it is called. */
export function imageOf(service: Service, tools: HostTools): ComposeImage | undefined {
  const build = lastValue(service, 'build');
  const built = build && builtImage(build, tools);
  if (built) return built;
  const image = lastValue(service, 'image');
  const written = textOfNode(image?.node);
  if (!image || written === undefined) return undefined;
  const { text, unknown } = withDefaults(written);
  const family = imageFamily(text.replaceAll(UNKNOWN, '0'));
  return {
    text: unknown.length > 0 ? written : text,
    at: image.document.locationOf(image.node.at),
    family: build && family ? 'other' : family,
    starts: build || family === 'other' ? 'unknown' : 'known',
  };
}

function builtImage(build: Sited, tools: HostTools): ComposeImage | undefined {
  const textAt = (key: string) => textOfNode(entryOf(build.node, key)?.value);
  const context = withDefaults(textOfNode(build.node) ?? textAt('context') ?? '.').text;
  const name = withDefaults(textAt('dockerfile') ?? 'Dockerfile').text;
  const path = resolvePath(resolvePath(directoryOf(build.document.path), context), name);
  if (path.includes(UNKNOWN) || /^(?:https?|git|ssh):|^git@/.test(context)) return undefined;
  const found = tools.reader.readFile(path);
  if (found.status !== 'found') return undefined;
  const dockerfile = hostDocument('dockerfile', path, found.text);
  const stage = readStage(dockerfile, tools, textAt('target'));
  return stage && ofStage(stage, dockerfile);
}

function ofStage({ base, baseAt, server }: BuiltStage, dockerfile: HostDocument): ComposeImage {
  const family = imageFamily(base);
  return { text: base, at: dockerfile.locationOf(baseAt), family, starts: server ?? 'unknown', dockerfile };
}

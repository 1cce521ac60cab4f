import type { Mount } from '../../config/deployment.js';
import type { HostFacts, HostImage, PublishedPort } from '../../config/host-facts.js';
import { directoryOf, fileNameOf, resolvePath } from '../../config/paths.js';
import { type MappedText, type OffsetSpan, originOf } from '../../text/mapped-text.js';
import { type ContainerCommand, containerCommand, programOf } from '../container/container-command.js';
import { commandsOfWords, healthcheckOf } from '../container/probe-commands.js';
import { publishedPort } from '../container/published-port.js';
import { publishedTo } from '../container/published-to.js';
import { unusedConfiguration } from '../container/unused-configuration.js';
import { markUsed } from '../container/used-variables.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer } from '../host-reading.js';
import { imageFamily } from '../image.js';
import { cliCalls, passwordsOf } from '../shell/redis-cli.js';
import { hostedCommand, type PlacedWord } from '../words/server-command.js';
import { unitEnvironment, withEnvironment } from './unit-environment.js';
import { entriesIn, lastOf, listOf, type UnitEntry, type UnitSection } from './unit-file.js';
import { unitWords } from './unit-words.js';

/** The server that a container unit of podman starts (`name.container`). */
export function readContainerUnit(document: HostDocument, sections: readonly UnitSection[]): readonly HostedServer[] {
  const entries = entriesIn(sections, 'Container');
  const image = imageOf(document, lastOf(entries, 'Image'));
  const exec = wordsOf([lastOf(entries, 'Exec')]);
  const entrypoint = wordsOf([lastOf(entries, 'Entrypoint')]);
  const command = containerCommand([...entrypoint, ...exec], image?.family);
  if (!image || (!command && entrypoint.length + exec.length > 0)) return [];
  const launched = command && entrypoint.length > 0 ? { ...command, by: 'entrypoint' as const } : command;
  return [serverOf({ document, entries, image, command: launched })];
}

interface ContainerUnit {
  readonly document: HostDocument;
  readonly entries: readonly UnitEntry[];
  readonly image: HostImage;
  readonly command: ContainerCommand | undefined;
}

function imageOf(document: HostDocument, entry: UnitEntry | undefined): HostImage | undefined {
  const text = entry?.value.text ?? '';
  const family = imageFamily(text);
  return entry && family && { text, at: document.locationOf(spanOf(entry)), family };
}

const spanOf = ({ value, at }: UnitEntry): OffsetSpan => wholeOf(value) ?? at;
const wholeOf = (text: MappedText) => originOf(text, { start: 0, end: text.text.length });

function wordsOf(entries: readonly (UnitEntry | undefined)[]): readonly PlacedWord[] {
  return entries.flatMap((entry) => (entry && unitWords(entry.value, { expandsVariables: true })) ?? []);
}

function serverOf(unit: ContainerUnit): HostedServer {
  const { entries, command } = unit;
  const facts = factsOf(unit);
  const words = command && withEnvironment(command.words, entries);
  return {
    id: 'Container',
    facts,
    ...(command &&
      words && { command: hostedCommand('Container.Exec', words, { name: command.program, anchor: command.anchor }) }),
    texts: new Map(),
    mounts: volumesIn(unit).map(({ mount }) => mount),
    published: publishedTo(facts.ports, facts.hostNetwork),
    isDevelopment: false,
    ...(facts.user && { runsAs: { value: facts.user.isRoot ? 'root' : 'other', by: 'image', at: facts.user.at } }),
  };
}

function factsOf(unit: ContainerUnit): HostFacts {
  const { document, entries, image, command } = unit;
  const environment = unitEnvironment(document, entries);
  const health = lastOf(entries, 'HealthCmd');
  const probe = health && commandsOfWords(wordsOf([health]));
  const scripts = [...(command?.script ?? []), ...(probe ?? [])];
  const at = command ? document.locationOf(command.at) : image.at;
  const user = lastOf(entries, 'User');
  const network = listOf(entries, 'Network').find(({ value }) => value.text === 'host');
  return {
    kind: 'unit',
    name: lastOf(entries, 'ContainerName')?.value.text ?? fileNameOf(document.path),
    at: command ? document.locationOf(command.anchor) : image.at,
    image,
    launch: {
      by: command?.by ?? 'image',
      at,
      program: command?.program ?? programOf(image.family),
      user: command?.user,
    },
    ports: portsIn(unit),
    hostNetwork: network && document.locationOf(spanOf(network)),
    environment: markUsed(environment, [...(command?.words ?? []), ...scripts.flatMap(({ words }) => words)]),
    passwordsOnCommandLines: cliCalls(scripts).flatMap(passwordsOf).map(document.locationOf),
    healthcheck: health && probe && healthcheckOf(probe, document.locationOf(health.at), environment),
    user: user && { at: document.locationOf(spanOf(user)), isRoot: /^(?:root|0)(?::|$)/.test(user.value.text) },
    unusedConfiguration: unusedConfiguration(volumesIn(unit), command?.words ?? [], image.family),
  };
}

function portsIn({ document, entries }: ContainerUnit): readonly PublishedPort[] {
  const words = wordsOf(listOf(entries, 'PublishPort'));
  return words.flatMap((word) => publishedPort(document, word) ?? []);
}

/** `source:target[:options]`; what is no path is the name of a volume. */
function volumesIn({ document, entries }: ContainerUnit) {
  return wordsOf(listOf(entries, 'Volume')).flatMap(({ text, fillIns, at }) => {
    const [source = '', path] = text.text.split(':');
    if (path === undefined || fillIns.length > 0 || !/^[./]/.test(source)) return [];
    const mount: Mount = { inside: path, outside: resolvePath(directoryOf(document.path), source) };
    return [{ mount, path, at: document.locationOf(wholeOf(text) ?? at) }];
  });
}

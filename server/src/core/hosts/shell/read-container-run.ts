import type { Mount } from '../../config/deployment.js';
import type { HostFacts, HostImage, PublishedPort } from '../../config/host-facts.js';
import { directoryOf, resolvePath } from '../../config/paths.js';
import { type OffsetSpan, originOf, partOf } from '../../text/mapped-text.js';
import { type ContainerCommand, containerCommand, programOf } from '../container/container-command.js';
import { healthcheckOf } from '../container/probe-commands.js';
import { publishedPort } from '../container/published-port.js';
import { publishedTo } from '../container/published-to.js';
import { unusedConfiguration } from '../container/unused-configuration.js';
import { markUsed } from '../container/used-variables.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer } from '../host-reading.js';
import { imageFamily } from '../image.js';
import { hostedCommand, type PlacedWord } from '../words/server-command.js';
import { shellScript } from '../words/shell-script.js';
import { type ContainerRun, containerRun, type RunOption } from './docker-run.js';
import { cliCalls, passwordsOf } from './redis-cli.js';

/** The server that `docker run` and its like start; undefined: they start something else. */
export function readContainerRun(
  document: HostDocument,
  words: readonly PlacedWord[],
  id: string,
): HostedServer | undefined {
  const run = containerRun(words);
  const family = run && imageFamily(run.image.text.text);
  if (!run || !family) return undefined;
  const entrypoint = valuesOf(run, 'entrypoint');
  const own = [...entrypoint, ...run.words];
  const command = containerCommand(own, family);
  if (own.length > 0 && !command) return undefined;
  const image = { text: run.image.text.text, at: document.locationOf(writtenAt(run.image)), family };
  const launched = command && entrypoint.length > 0 ? { ...command, by: 'entrypoint' as const } : command;
  return serverOf({ document, run, image, command: launched, id });
}

interface Run {
  readonly document: HostDocument;
  readonly run: ContainerRun;
  readonly image: HostImage;
  readonly command: ContainerCommand | undefined;
  readonly id: string;
}

function serverOf(own: Run): HostedServer {
  const { command, id } = own;
  const facts = factsOf(own);
  const { user } = facts;
  return {
    id,
    facts,
    ...(command && { command: hostedCommand(id, command.words, { name: command.program, anchor: command.anchor }) }),
    texts: new Map(),
    mounts: volumesOf(own).map(({ mount }) => mount),
    published: publishedTo(facts.ports, facts.hostNetwork),
    isDevelopment: false,
    ...(user && { runsAs: { value: user.isRoot ? 'root' : 'other', by: 'image', at: user.at } }),
  };
}

function factsOf(own: Run): HostFacts {
  const { document, run, image, command } = own;
  const place = (word: PlacedWord) => document.locationOf(writtenAt(word));
  const network = valuesOf(run, 'network').find(({ text }) => text.text === 'host');
  const user = valuesOf(run, 'user').at(-1);
  const environment = environmentOf(own);
  const health = valuesOf(run, 'health-cmd').at(-1);
  const probe = health && shellScript(health).commands;
  const scripts = [...(command?.script ?? []), ...(probe ?? [])];
  return {
    kind: 'shell',
    name: valuesOf(run, 'name').at(-1)?.text.text ?? image.text,
    at: command ? document.locationOf(command.anchor) : image.at,
    image,
    launch: {
      by: command?.by ?? 'image',
      at: command ? document.locationOf(command.at) : image.at,
      program: command?.program ?? programOf(image.family),
      user: command?.user,
    },
    ports: portsOf(own),
    hostNetwork: network && place(network),
    environment: markUsed(environment, [...(command?.words ?? []), ...scripts.flatMap(({ words }) => words)]),
    passwordsOnCommandLines: cliCalls(scripts).flatMap(passwordsOf).map(document.locationOf),
    healthcheck: health && probe && healthcheckOf(probe, place(health), environment),
    user: user && { at: place(user), isRoot: /^(?:root|0)(?::|$)/.test(user.text.text) },
    unusedConfiguration: unusedConfiguration(volumesOf(own), command?.words ?? [], image.family),
  };
}

/** `-P` opens every port of the image, each on a port of the machine that nobody knows before. */
function portsOf({ document, run }: Run): readonly PublishedPort[] {
  const all = run.options.find(({ name }) => name === 'publish-all');
  const every: PublishedPort | undefined = all && {
    at: document.locationOf(writtenAt(all.value)),
    by: 'port',
    to: 'network',
    narrowed: () => undefined,
    removed: () => undefined,
  };
  const ports = valuesOf(run, 'publish').flatMap((word) => publishedPort(document, word) ?? []);
  return every ? [...ports, every] : ports;
}

function environmentOf({ document, run }: Run) {
  return valuesOf(run, 'env').map((word) => {
    const { text, fillIns } = word;
    const equals = text.text.indexOf('=');
    const name = text.text.slice(0, equals < 0 ? undefined : equals);
    const value = equals < 0 ? text : partOf(text, equals + 1);
    const at = document.locationOf(originOf(value, { start: 0, end: value.text.length }) ?? word.at);
    const isKnown = equals >= 0 && fillIns.length === 0;
    return { name, at, isInImage: false, ...(isKnown && { value: value.text }) };
  });
}

/** What begins with the folder in which the script runs stands beside the script, as far as one can tell. */
const WORKING_FOLDER = /^(?:\$\(pwd\)|\$PWD|\$\{PWD\}|`pwd`)(?=\/)/;

function volumesOf({ document, run }: Run) {
  return valuesOf(run, 'volume').flatMap((word) => {
    const written = word.text.text.replace(WORKING_FOLDER, '.');
    const [source = '', path] = written.split(':');
    if (path === undefined || !/^[./]/.test(source) || /[$`]/.test(written)) return [];
    const mount: Mount = { inside: path, outside: resolvePath(directoryOf(document.path), source) };
    return [{ mount, path, at: document.locationOf(writtenAt(word)) }];
  });
}

function valuesOf({ options }: ContainerRun, name: string): readonly PlacedWord[] {
  return options.filter((option) => option.name === name).map(givenValue);
}

function givenValue({ value, from }: RunOption): PlacedWord {
  if (from === 0) return value;
  const fillIns = value.fillIns.map((each) => ({
    ...each,
    at: { start: each.at.start - from, end: each.at.end - from },
  }));
  return { text: partOf(value.text, from), fillIns: fillIns.filter(({ at }) => at.start >= 0), at: value.at };
}

/** Without quotes. */
const writtenAt = ({ text, at }: PlacedWord): OffsetSpan => originOf(text, { start: 0, end: text.text.length }) ?? at;

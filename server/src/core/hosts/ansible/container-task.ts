import type { HostFacts, PublishedPort } from '../../config/host-facts.js';
import { type MappedText, type OffsetSpan, originOf } from '../../text/mapped-text.js';
import { containerCommand } from '../container/container-command.js';
import { publishedPort } from '../container/published-port.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer, HostReading } from '../host-reading.js';
import { imageFamily, programOfImage } from '../image.js';
import { templateTags } from '../templated/template-tags.js';
import { hostedCommand } from '../words/server-command.js';
import type { ScriptWord } from '../words/shell-script.js';
import { shellWords } from '../words/shell-words.js';
import { type ModuleArgument, moduleArguments } from './module-arguments.js';
import type { Task } from './tasks.js';

/** The server that a task starts in a container. */
export function containerTask(document: HostDocument, { entry }: Task): HostReading {
  const given = moduleArguments(entry);
  const named = (...names: readonly string[]) => given.find(({ name }) => names.includes(name));
  const image = named('image')?.text;
  const family = image && imageFamily(image.text);
  if (!image || !family) return { servers: [], notAnalysed: [] };
  const command = named('command');
  const words = command ? wordsOf(command) : [];
  const found = command && words && containerCommand(words, family);
  if (command && !found) return { servers: [], notAnalysed: [] };
  const id = `docker_container@${document.locationOf(entry.key.at).line + 1}`;
  const at = document.locationOf(named('name')?.at ?? entry.key.at);
  const program = found?.program ?? programOfImage(image.text);
  const ports = portsOf(document, named('published_ports', 'ports'));
  const facts: HostFacts = {
    kind: 'ansible',
    name: named('name')?.text?.text ?? image.text,
    at,
    image: { text: image.text, at: document.locationOf(wholeOf(image) ?? entry.key.at), family },
    launch: { by: found?.by ?? 'image', at: found ? document.locationOf(found.at) : at, program, user: found?.user },
    ports,
    ...(named('network_mode')?.text?.text === 'host' && {
      hostNetwork: document.locationOf(named('network_mode')?.at ?? entry.key.at),
    }),
    environment: [],
    passwordsOnCommandLines: [],
  };
  return {
    servers: [
      {
        ...serverWith(facts, ports),
        id,
        command: found && hostedCommand(`${id}.command`, found.words, { name: program, anchor: found.anchor }),
      },
    ],
    notAnalysed: [],
  };
}

function serverWith(facts: HostFacts, ports: readonly PublishedPort[]): Omit<HostedServer, 'id'> {
  const open = ports.find(({ to }) => to === 'network') ?? ports.find(({ to }) => to === 'unknown') ?? ports[0];
  const value = facts.hostNetwork ? 'network' : (open?.to ?? 'siblings');
  return { facts, texts: new Map(), mounts: [], published: { value, by: 'image' }, isDevelopment: false };
}

function portsOf(document: HostDocument, ports: ModuleArgument | undefined): readonly PublishedPort[] {
  const words = ports ? (wordsOf(ports) ?? []) : [];
  return words.flatMap((word) => publishedPort(document, word) ?? []);
}

const wholeOf = (text: MappedText): OffsetSpan | undefined => originOf(text, { start: 0, end: text.text.length });

/** A list is taken word by word, a string is split without a shell. */
function wordsOf({ text, node }: ModuleArgument): readonly ScriptWord[] | undefined {
  if (node?.kind === 'list') {
    const words = node.items.flatMap((item) => {
      const own = item.kind === 'scalar' ? item.text() : undefined;
      return own ? [wordOf(own, item.at, true)] : [];
    });
    return words.length === node.items.length ? words : undefined;
  }
  if (!text) return undefined;
  const words = shellWords(text, { hasOperators: false });
  return words?.flatMap((word) => {
    const at = originOf(text, word.at);
    return at ? [wordOf(word.text, at, word.isQuoted)] : [];
  });
}

function wordOf(text: MappedText, at: OffsetSpan, isQuoted: boolean): ScriptWord {
  const fillIns = templateTags(text.text).map(({ start, end }) => ({
    at: { start, end },
    name: '',
    by: 'template' as const,
    ifUnset: 'unknown' as const,
  }));
  return { text, fillIns, at, isQuoted };
}

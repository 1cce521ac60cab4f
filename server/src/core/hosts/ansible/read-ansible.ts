import type { Dialect, Holder } from '../../config/occurrence.js';
import { dialectOfName, recognise } from '../../project/recognise.js';
import { joined, type MappedText, partOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer, HostReading, HostTools, NotAnalysed } from '../host-reading.js';
import { hostedText } from '../hosted-text.js';
import { loneServer } from '../lone-server.js';
import { templateTags } from '../templated/template-tags.js';
import { valueAt, type YamlNode, yamlTree } from '../yaml/yaml-tree.js';
import { containerTask } from './container-task.js';
import { type ModuleArgument, moduleArguments } from './module-arguments.js';
import { type Task, tasksIn } from './tasks.js';

/** What tasks write into files of Redis, and the containers that they start. */
export function readAnsible(document: HostDocument, { yaml }: HostTools): HostReading {
  const at = { start: 0, end: document.text.length };
  const tree = yamlTree(document.text, at, yaml());
  if (typeof tree === 'string') return { servers: [], notAnalysed: [{ at, reason: tree }] };
  const read = tasksIn(tree).map((task) => taskServers(document, task));
  return {
    servers: read.flatMap(({ servers }) => servers),
    notAnalysed: read.flatMap(({ notAnalysed }) => notAnalysed),
  };
}

const NOTHING: HostReading = { servers: [], notAnalysed: [] };

/** What a module writes: which argument holds it, and whether it is all of the file. */
const WRITES: Readonly<Record<string, { readonly argument: string; readonly holder: Holder }>> = {
  copy: { argument: 'content', holder: 'text' },
  blockinfile: { argument: 'block', holder: 'part' },
  lineinfile: { argument: 'line', holder: 'part' },
};

function taskServers(document: HostDocument, task: Task): HostReading {
  if (task.module === 'docker_container') return containerTask(document, task);
  const writes = Object.hasOwn(WRITES, task.module) ? WRITES[task.module] : undefined;
  if (!writes) return NOTHING;
  const given = moduleArguments(task.entry);
  const path = PATHS.flatMap((name) => textOf(given, name) ?? [])[0];
  const written = given.find(
    ({ name }) => name === writes.argument || (name === 'content' && writes.argument === 'block'),
  );
  if (path === undefined || !written || !isOurs(path) || isTaken(given)) return NOTHING;
  if (!written.text) return { servers: [], notAnalysed: notShown(written) };
  const texts = eachItem(written.text, task.items);
  const of = { module: task.module, argument: written, path, holder: writes.holder, dialect: dialectOfName(path) };
  return { servers: texts.map((text) => textServer(document, text, of)), notAnalysed: [] };
}

/** Names of the argument that says which file is meant, the older ones behind. */
const PATHS = ['path', 'dest', 'destfile', 'name'];

const textOf = (given: readonly ModuleArgument[], name: string): string | undefined =>
  given.find((argument) => argument.name === name)?.text?.text;

/** `/etc/redis/redis.conf`, `/etc/redis/{{ port }}.conf`, `{{ redis_conf_path }}`. */
function isOurs(path: string): boolean {
  const found = recognise(path, '');
  const isFile = found?.as === 'server' || found?.as === 'sentinel' || found?.as === 'acl';
  return isFile || (/redis|valkey|keydb|sentinel/i.test(path) && /\.(?:conf|acl)$|conf\w{0,40}\s*\}\}$/i.test(path));
}

/** A line is taken away, or made of what a pattern has found. */
function isTaken(given: readonly ModuleArgument[]): boolean {
  return textOf(given, 'state') === 'absent' || /^(?:yes|true)$/i.test(textOf(given, 'backrefs') ?? '');
}

function notShown({ node }: ModuleArgument): readonly NotAnalysed[] {
  return node?.kind === 'scalar' ? [{ at: node.at, reason: 'undecodable' }] : [];
}

const ITEM = /^\{\{\s*item(?:\.(\w+)|\[["'](\w+)["']\])?\s*\}\}$/;

/** What a repeated task writes stands in the list that it is repeated for; what is nothing but a variable is not known. */
function eachItem(text: MappedText, items: readonly YamlNode[]): readonly MappedText[] {
  const isRepeated = templateTags(text.text).some(({ start, end }) => ITEM.test(text.text.slice(start, end)));
  const texts = isRepeated ? items.map((item) => withItem(text, item)) : [text];
  return texts.filter(isSaid);
}

/** A text with what an item says in the places of it; what the item does not say stays as it is. */
function withItem(text: MappedText, item: YamlNode): MappedText {
  const parts: MappedText[] = [];
  let done = 0;
  for (const { start, end } of templateTags(text.text)) {
    const match = ITEM.exec(text.text.slice(start, end));
    const key = match?.[1] ?? match?.[2];
    const node = match && (key === undefined ? item : valueAt(item, key));
    const said = node?.kind === 'scalar' ? node.text() : undefined;
    parts.push(partOf(text, done, start), said ?? partOf(text, start, end));
    done = end;
  }
  return joined([...parts, partOf(text, done)]);
}

function isSaid({ text }: MappedText): boolean {
  let done = 0;
  let rest = '';
  for (const { start, end } of templateTags(text)) {
    rest += text.slice(done, start);
    done = end;
  }
  return (rest + text.slice(done)).trim() !== '';
}

interface Written {
  readonly module: string;
  readonly argument: ModuleArgument;
  readonly path: string;
  readonly holder: Holder;
  readonly dialect: Dialect;
}

function textServer(
  document: HostDocument,
  text: MappedText,
  { module, argument, path, holder, dialect }: Written,
): HostedServer {
  const [run] = text.runs;
  const { line } = document.locationOf({ start: run?.origin ?? argument.at.start, end: argument.at.end });
  const id = `${module}.${argument.name}@${line + 1}`;
  const own = hostedText({ document, id, text, anchor: argument.at, dialect, holder });
  return { ...loneServer({ kind: 'ansible', name: path, published: 'unknown', text: own }), isOnMachine: true };
}

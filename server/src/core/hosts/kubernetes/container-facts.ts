import type { EnvironmentVariable, HostFacts, HostUser } from '../../config/host-facts.js';
import type { Told } from '../../config/told.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import { commandsOfWords, healthcheckOf } from '../container/probe-commands.js';
import { markUsed } from '../container/used-variables.js';
import { cliCalls, passwordsOf } from '../shell/redis-cli.js';
import type { ScriptWord } from '../words/shell-script.js';
import { entryOf, itemsOf, textOfNode, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';
import { placedWord, toldCommand } from './container-command.js';
import type { Container } from './pods.js';
import { bytesOf } from './quantity.js';
import { definedIn } from './variables.js';

/** What a container says of its server besides its command, its image and its ports. */
export type ContainerFacts = Pick<
  HostFacts,
  'environment' | 'hasFurtherVariables' | 'passwordsOnCommandLines' | 'healthcheck' | 'user'
>;

/** What stands in a container about variables, probes and users; `startsUnknown`: nobody knows what its program does. */
export function containerFacts(container: Container, startsUnknown: boolean): ContainerFacts {
  const { document } = container.pod.manifest;
  const probes = probesOf(container);
  const { words } = toldCommand(container.node);
  const spoken = [...words, ...probes.flatMap((probe) => probe.words)];
  const mayUseAll = startsUnknown || spoken.some(({ text }) => SCRIPT.test(text.text));
  const environment = markUsed(variablesOf(container), spoken).map((each) =>
    mayUseAll ? { ...each, isUsed: true } : each,
  );
  const commands = [commandsOfWords(words), ...probes.map((probe) => commandsOfWords(probe.words))];
  const passwords = commands.flatMap(cliCalls).flatMap(passwordsOf);
  const isLiteral = ({ start }: { readonly start: number }) => document.text.charAt(start) !== '$';
  const checks = probes
    .filter(({ isHealthcheck }) => isHealthcheck)
    .map((probe) => healthcheckOf(commandsOfWords(probe.words), document.locationOf(probe.at), environment));
  const user = userOf(container);
  return {
    environment,
    hasFurtherVariables: definedIn(container.node).mayBeMore,
    passwordsOnCommandLines: passwords.filter(isLiteral).map((at) => document.locationOf(at)),
    healthcheck: checks.find(({ isWithoutPassword }) => isWithoutPassword) ?? checks[0],
    ...(user && { user }),
  };
}

/** What stands in a script of its own is not read. */
const SCRIPT = /\.sh\b/;

function variablesOf({ node, pod }: Container): readonly Omit<EnvironmentVariable, 'isUsed'>[] {
  const { document } = pod.manifest;
  return itemsOf(valueAt(node, 'env')).flatMap((item) => {
    const [name, value] = [valueAt(item, 'name'), valueAt(item, 'value')];
    if (name?.kind !== 'scalar') return [];
    const known = value?.kind === 'scalar' && !/\$\(|\{\{/.test(value.value) ? { value: value.value } : {};
    return [{ name: name.value, ...known, at: document.locationOf((value ?? name).at), isInImage: false }];
  });
}

interface Probe {
  readonly at: OffsetSpan;
  /** Whether it tells that the server lives. */
  readonly isHealthcheck: boolean;
  readonly words: readonly ScriptWord[];
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HOOKS = ['postStart', 'preStop'];

function probesOf({ node }: Container): readonly Probe[] {
  const of = (parent: YamlNode | undefined, keys: readonly string[], isHealthcheck: boolean): readonly Probe[] =>
    keys.flatMap((key) => {
      const entry = entryOf(valueAt(parent, key, 'exec'), 'command');
      if (!entry?.value) return [];
      const words = itemsOf(entry.value).flatMap((item) => placedWord(item, NOTHING_DEFINED) ?? []);
      return [{ at: entry.value.at, isHealthcheck, words }];
    });
  return [...of(node, PROBES, true), ...of(valueAt(node, 'lifecycle'), HOOKS, false)];
}

/** A probe is given no variables but through a shell. */
const NOTHING_DEFINED = { names: new Set<string>(), mayBeMore: false };

/** What the container says of its user counts more than what its pod says. */
function userOf({ node, pod }: Container): HostUser | undefined {
  const { document } = pod.manifest;
  const contexts = [valueAt(node, 'securityContext'), valueAt(pod.spec, 'securityContext')];
  const told = (key: string): YamlEntry | undefined =>
    contexts.flatMap((context) => entryOf(context, key) ?? []).find(({ value }) => value !== undefined);
  const [number, refusal] = [told('runAsUser'), told('runAsNonRoot')];
  const id = textOfNode(number?.value);
  if (number?.value && id !== undefined) return { at: document.locationOf(number.value.at), isRoot: id === '0' };
  if (!refusal?.value || textOfNode(refusal.value) !== 'true') return undefined;
  return { at: document.locationOf(refusal.value.at), isRoot: false };
}

/** As whom it runs, in the form of a deployment. */
export function runsAs({ user }: Pick<HostFacts, 'user'>): Told<'root' | 'other'> | undefined {
  return user && { value: user.isRoot ? 'root' : 'other', by: 'image', at: user.at };
}

/** `resources.limits.memory`, in bytes. */
export function memoryLimit({ node, pod }: Container): Told<number> | undefined {
  const limit = valueAt(node, 'resources', 'limits', 'memory');
  const value = bytesOf(textOfNode(limit) ?? '');
  return limit && value !== undefined
    ? { value, by: 'image', at: pod.manifest.document.locationOf(limit.at) }
    : undefined;
}

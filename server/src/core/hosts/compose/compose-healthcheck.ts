import { commandsOfWords } from '../container/probe-commands.js';
import { type ShellCommand, shellScript } from '../words/shell-script.js';
import { entryOf, type YamlNode } from '../yaml/yaml-tree.js';
import { lastValue, type Service, type Sited } from './compose-service.js';
import { interpolated } from './compose-variables.js';
import { commandWords } from './compose-words.js';

/** What the probe of a service runs. */
export interface Probe {
  readonly sited: Sited;
  readonly commands: readonly ShellCommand[];
}

/** A string, and what stands behind `CMD-SHELL`, is the script of a shell. */
export function probeOf(service: Service): Probe | undefined {
  const healthcheck = lastValue(service, 'healthcheck');
  const test = entryOf(healthcheck?.node, 'test');
  if (!healthcheck || !test?.value) return undefined;
  return { sited: { ...healthcheck, key: test.key, node: test.value }, commands: commandsIn(test.value) };
}

function commandsIn(node: YamlNode): readonly ShellCommand[] {
  if (node.kind === 'scalar') {
    const text = node.text();
    return text ? shellScript(interpolated(text)).commands : [];
  }
  const [kind, ...words] = commandWords(node) ?? [];
  if (kind?.text.text === 'CMD') return commandsOfWords(words);
  const [script] = words;
  return kind?.text.text === 'CMD-SHELL' && script ? shellScript(script).commands : [];
}

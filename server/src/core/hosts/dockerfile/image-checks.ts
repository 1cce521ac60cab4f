import type { EnvironmentVariable, Healthcheck } from '../../config/host-facts.js';
import { partOf } from '../../text/mapped-text.js';
import { commandsOfWords, healthcheckOf } from '../container/probe-commands.js';
import type { HostDocument } from '../host-document.js';
import { type ShellCommand, shellScript } from '../words/shell-script.js';
import { type Instruction, lengthOfFlags } from './instructions.js';
import { jsonWords } from './json-words.js';

/** The commands of the last `HEALTHCHECK`, and what they tell. */
export interface ImageProbe {
  readonly commands: readonly ShellCommand[];
  readonly healthcheck: Healthcheck;
}

const COMMAND = /^CMD\s+/i;

/** Undefined: there is none. */
export function probeOf(
  document: HostDocument,
  instructions: readonly Instruction[],
  environment: readonly Pick<EnvironmentVariable, 'name'>[],
): ImageProbe | undefined {
  const probe = instructions.findLast(({ name }) => name === 'HEALTHCHECK');
  const behind = probe && partOf(probe.body, lengthOfFlags(probe.body.text));
  const key = behind && COMMAND.exec(behind.text)?.[0];
  if (!probe || !behind || key === undefined) return undefined;
  const body = partOf(behind, key.length);
  const words = jsonWords(body);
  const commands = words ? commandsOfWords(words) : shellScript({ text: body, fillIns: [] }).commands;
  return { commands, healthcheck: healthcheckOf(commands, document.locationOf(probe.at), environment) };
}

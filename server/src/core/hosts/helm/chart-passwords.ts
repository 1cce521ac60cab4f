import { type OffsetSpan, unmapped } from '../../text/mapped-text.js';
import type { ArgumentWord, HostedCommand } from '../host-reading.js';
import { entryOf, textOfNode, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';
import { isNothing } from './chart-texts.js';

/** What the values of a chart say of passwords. */
export interface ChartPasswords {
  /** Where they switch them off; undefined: they do not. */
  readonly disabled: OffsetSpan | undefined;
  /** What the chart adds to the command line. */
  readonly command: HostedCommand | undefined;
}

/** Keys that switch passwords off where they are false. */
const SWITCHES: readonly (readonly string[])[] = [['auth', 'enabled'], ['auth'], ['usePassword']];
const PASSWORDS: readonly (readonly string[])[] = [['auth', 'password'], ['password'], ['redisPassword']];

/** Charts hand a password to the server as an argument: the one of the values, of a Secret, or one that they make up. */
export function chartPasswords(node: YamlNode, id: string): ChartPasswords {
  const off = SWITCHES.flatMap((path) => entryAt(node, path) ?? []).find(({ value }) => textOfNode(value) === 'false');
  if (off)
    return { disabled: { start: off.key.at.start, end: off.value?.at.end ?? off.key.at.end }, command: undefined };
  const given = PASSWORDS.flatMap((path) => entryAt(node, path) ?? []).find(({ value }) => isPassword(value));
  const anchor = given?.value?.at ?? entryOf(node, 'auth')?.key.at ?? node.at;
  return { disabled: undefined, command: commandWith(passwordOf(given), anchor, id) };
}

const isPassword = (node: YamlNode | undefined): boolean =>
  node?.kind === 'scalar' && node.value !== '' && !isNothing(node);

function entryAt(node: YamlNode, path: readonly string[]): YamlEntry | undefined {
  return entryOf(valueAt(node, ...path.slice(0, -1)), path.at(-1) ?? '');
}

/** What something else fills in or decrypts before the chart gets it. */
const IS_REFERENCE = /\{\{|\$\{|^<|^ENC\[|^(?:ref\+|vault:|secretref)/i;
const UNKNOWN = '{{ .Values.auth.password }}';

function passwordOf(given: YamlEntry | undefined): ArgumentWord {
  const text =
    given?.value?.kind === 'scalar' && !IS_REFERENCE.test(given.value.value) ? given.value.text() : undefined;
  if (text) return { text, fillIns: [] };
  const at = { start: 0, end: UNKNOWN.length };
  return { text: unmapped(UNKNOWN), fillIns: [{ at, name: '', by: 'template', ifUnset: 'unknown' }] };
}

function commandWith(password: ArgumentWord, anchor: OffsetSpan, id: string): HostedCommand {
  return {
    id,
    dialect: 'server',
    words: [{ text: unmapped('--requirepass'), fillIns: [] }, password],
    anchor,
    extent: anchor,
    holder: 'text',
  };
}

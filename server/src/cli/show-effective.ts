import type { FileLine } from '../core/config/occurrence.js';
import { hiddenInAclFile } from '../core/config/showing/hidden-spans.js';
import { textOfBytes } from '../core/syntax/bytes.js';
import { printable, withEscapes } from '../core/text/printable.js';
import { MASK, maskSpans } from './code-frame.js';
import type { Paint } from './terminal.js';

const DEFAULT = 'default';

/** One directive as CONFIG GET would show it. */
export interface ShownValue {
  readonly name: string;
  /** A byte string; undefined where a placeholder or the host decides. */
  readonly value: string | undefined;
  readonly from: FileLine | undefined;
  readonly isSecret: boolean;
}

/** The settings of one root file. */
export interface EffectiveFile {
  readonly path: string;
  readonly dialect: string;
  readonly target: string;
  readonly values: readonly ShownValue[];
  /** Lines of ACL LIST; undefined: unknown. */
  readonly users: readonly string[] | undefined;
}

/** How --effective is shown. */
export interface EffectiveContext {
  readonly showPath: (path: string) => string;
  readonly showsSecrets: boolean;
  readonly paint: Paint;
}

/** --effective as text: name and value in columns, then the line that sets it. */
export function effectiveAsText(files: readonly EffectiveFile[], context: EffectiveContext): string {
  return files.map((file) => textOfFile(file, files.length > 1, context)).join('\n');
}

function textOfFile({ path, target, values }: EffectiveFile, isOneOfMany: boolean, context: EffectiveContext): string {
  const { paint } = context;
  const head = isOneOfMany ? `${paint('bold', printable(path))}  ${target}\n` : '';
  const widest = Math.max(0, ...values.map(({ name }) => name.length));
  const rows = values.map((value) => {
    const isDefault = value.from === undefined;
    const row = `${value.name.padEnd(widest)}  ${shown(displayed(value, context))}`;
    return `${isDefault ? paint('dim', row) : row}  ${paint('dim', `(${sourceOf(value, context)})`)}\n`;
  });
  return head + rows.join('');
}

/** --effective --format json. */
export function effectiveAsJson(files: readonly EffectiveFile[], context: EffectiveContext): string {
  const document = {
    version: 1,
    files: files.map(({ path, dialect, target, values, users }) => ({
      path,
      dialect,
      target,
      settings: values.map((value) => ({
        name: value.name,
        value: displayed(value, context) ?? null,
        ...(value.from
          ? { source: { path: context.showPath(value.from.source), line: value.from.line + 1 } }
          : { source: DEFAULT }),
      })),
      users: users?.map((line) => userLine(line, context)) ?? null,
    })),
  };
  return withEscapes(`${JSON.stringify(document, null, 2)}\n`);
}

/** --effective --as acl: what ACL LIST prints. */
export function usersAsText(files: readonly EffectiveFile[], context: EffectiveContext): string {
  return files
    .flatMap(({ path, users }) => users?.map((line) => userLine(line, context)) ?? [`# ${path}: users are not known`])
    .map((line) => `${printable(line)}\n`)
    .join('');
}

/** The hashes of passwords are as good as passwords to whoever tries words against them. */
function userLine(line: string, { showsSecrets }: EffectiveContext): string {
  const text = textOfBytes(line);
  return showsSecrets ? text : maskSpans(text, hiddenInAclFile(text));
}

function displayed({ value, isSecret }: ShownValue, { showsSecrets }: EffectiveContext): string | undefined {
  if (value === undefined) return undefined;
  return isSecret && value !== '' && !showsSecrets ? MASK : textOfBytes(value);
}

function sourceOf({ from }: ShownValue, { showPath }: EffectiveContext): string {
  return from ? `${printable(showPath(from.source))}:${from.line + 1}` : DEFAULT;
}

/** So that an empty value is seen. */
function shown(value: string | undefined): string {
  if (value === undefined) return '(not known here)';
  return value === '' ? '""' : printable(value);
}

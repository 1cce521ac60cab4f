import type { EnvironmentVariable, ImageFamily, PlacedFillIn } from '../../config/host-facts.js';
import { originOf, partOf } from '../../text/mapped-text.js';
import { markUsed } from '../container/used-variables.js';
import type { ArgumentWord } from '../host-reading.js';
import { itemsOf, type YamlScalar } from '../yaml/yaml-tree.js';
import { allValues, type Service, type Sited } from './compose-service.js';
import { interpolated, withDefaults } from './compose-variables.js';

/** A variable as a document gives it to a service. */
export interface GivenVariable {
  readonly name: string;
  /** The value alone, or `NAME=value`. */
  readonly sited: Sited<YamlScalar>;
  /** Columns before the value in what the scalar says. */
  readonly valueFrom: number;
  /** Undefined: it comes from the machine, or a variable without a default stands in it. */
  readonly value: string | undefined;
}

/** The variables of a service, each as the last document gives it. */
export function variablesOf(service: Service): readonly GivenVariable[] {
  const all = allValues(service, 'environment').flatMap(variablesIn);
  return [...new Map(all.map((variable) => [variable.name, variable])).values()];
}

function variablesIn({ document, key, node }: Sited): readonly GivenVariable[] {
  const given = (scalar: YamlScalar, name: string, valueFrom: number, written?: string): GivenVariable => ({
    name,
    sited: { document, key, node: scalar },
    valueFrom,
    value: written === undefined ? undefined : knownValue(written),
  });
  if (node.kind === 'map') {
    return node.entries.flatMap(({ key: name, value }) => {
      if (value?.kind === 'map' || value?.kind === 'list') return [];
      const isEmpty = value === undefined || (value.style === 'plain' && /^(?:|null|~)$/.test(value.value));
      return [isEmpty ? given(name, name.value, 0) : given(value, name.value, 0, value.value)];
    });
  }
  return itemsOf(node).flatMap((item) => {
    if (item.kind !== 'scalar') return [];
    const equals = item.value.indexOf('=');
    if (equals < 0) return [given(item, item.value, 0)];
    return [given(item, item.value.slice(0, equals), equals + 1, item.value.slice(equals + 1))];
  });
}

function knownValue(written: string): string | undefined {
  const { text, unknown } = withDefaults(written);
  return unknown.length > 0 ? undefined : text;
}

/** What compose puts into the value. */
function fillInsOf({ sited: { document, node }, valueFrom }: GivenVariable): readonly PlacedFillIn[] {
  const text = node.text();
  const word = text && interpolated(partOf(text, valueFrom));
  if (!word) return [];
  return word.fillIns.map((fillIn) => ({
    ...fillIn,
    at: document.locationOf(originOf(word.text, fillIn.at) ?? node.at),
  }));
}

/** Which variables an image's own scripts read, by family. */
const READ_BY: Readonly<Record<ImageFamily, RegExp>> = {
  redis: /^SKIP_(?:DROP_PRIVS|FIX_PERMS)$/,
  valkey: /^(?:VALKEY_EXTRA_FLAGS|SKIP_DROP_PRIVS)$/,
  bitnami: /^(?:REDIS|VALKEY|ALLOW_EMPTY_PASSWORD|BITNAMI|OPENSSL)/,
  stack: /^REDIS\w*_(?:ARGS|DIR)$/,
  other: /^/,
};
/** Clients read it by themselves. */
const READ_BY_CLIENTS: ReadonlySet<string> = new Set(['REDISCLI_AUTH', 'VALKEYCLI_AUTH']);

/** @param words what a server, its files and its probe say: whoever names a variable there uses it */
export function environmentOf(
  service: Service,
  family: ImageFamily,
  words: readonly Pick<ArgumentWord, 'text'>[],
): readonly EnvironmentVariable[] {
  const all = variablesOf(service).map((variable) => ({
    name: variable.name,
    ...(variable.value !== undefined && { value: variable.value }),
    at: variable.sited.document.locationOf(variable.sited.node.at),
    isInImage: false,
    fillIns: fillInsOf(variable),
  }));
  return markUsed(all, words).map((variable) => {
    const isRead = READ_BY[family].test(variable.name) || READ_BY_CLIENTS.has(variable.name);
    return { ...variable, isUsed: variable.isUsed || isRead };
  });
}

import type { HostTools } from '../host-reading.js';
import { baseOf, type ComposeFile, composeFileAt, overrideOf, roleOf, servicesOf } from './compose-file.js';
import { lastValue, partsOf, type Service, type ServicePart } from './compose-service.js';

/** A compose file with those that it is laid over or that are laid over it. */
export interface ComposeProject {
  /** Those that the file itself speaks of. */
  readonly services: readonly Service[];
  readonly find: (name: string) => Service | undefined;
}

/**
 * Compose lays `*.override.*` over its base by itself. Any other file is laid over the base by hand, as far as a service
 * in it has neither an image nor a build.
 */
export function projectOf(file: ComposeFile, tools: HostTools): ComposeProject {
  const role = roleOf(file.document.path);
  const names = [...new Set(servicesOf(file).map(({ key }) => key.value))];
  const addsTo =
    role === 'override' || (role === 'other' && names.some((name) => !isWhole({ parts: partsOf(file, name, tools) })));
  const base = addsTo ? fileAt(baseOf(file.document.path, tools), tools) : undefined;
  const override = role === 'base' ? fileAt(overrideOf(file.document.path, tools), tools) : undefined;
  const find = (name: string): Service | undefined => {
    const own = partsOf(file, name, tools);
    const alone = serviceOf(name, own, own, false);
    if (role === 'other' && (!base || isWhole({ parts: own }))) return alone;
    const under = base ? partsOf(base, name, tools) : [];
    const over = override ? partsOf(override, name, tools) : [];
    const isOverlay = role === 'other' && under.length > 0;
    const shown = isOverlay && !decides(own) ? under : own;
    return serviceOf(name, [...under, ...own, ...over], shown, isOverlay);
  };
  return { services: names.flatMap((name) => find(name) ?? []), find };
}

/** @param shown the parts of which the last one has the name that people see */
function serviceOf(
  name: string,
  parts: readonly ServicePart[],
  shown: readonly ServicePart[],
  isOverlay: boolean,
): Service | undefined {
  const part = shown.at(-1) ?? parts.at(-1);
  return part && { name, document: part.file.document, key: part.entry.key, isOverlay, parts };
}

/** What an overlay says of these alone may change who gets in. */
const DECIDING = ['ports', 'network_mode', 'networks', 'command', 'entrypoint', 'environment', 'configs', 'volumes'];

const decides = (parts: readonly ServicePart[]): boolean =>
  DECIDING.some((key) => lastValue({ parts }, key) !== undefined);

function fileAt(path: string | undefined, tools: HostTools): ComposeFile | undefined {
  return path === undefined ? undefined : composeFileAt(path, tools);
}

const isWhole = (service: Pick<Service, 'parts'>): boolean =>
  lastValue(service, 'image') !== undefined || lastValue(service, 'build') !== undefined;

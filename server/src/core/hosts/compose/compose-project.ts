import type { HostTools } from '../host-reading.js';
import { baseOf, type ComposeFile, composeFileAt, overrideOf, roleOf, servicesOf } from './compose-file.js';
import { lastValue, partsOf, type Service } from './compose-service.js';

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
    const key = servicesOf(file).findLast((entry) => entry.key.value === name)?.key;
    const own = { name, key, parts: partsOf(file, name, tools), isOverlay: false };
    if (role === 'other' && (!base || isWhole(own))) return key && { ...own, key };
    const under = base ? partsOf(base, name, tools) : [];
    const over = override ? partsOf(override, name, tools) : [];
    const parts = [...under, ...own.parts, ...over];
    const isOverlay = role === 'other' && under.length > 0;
    const shown = key ?? parts.at(-1)?.entry.key;
    return shown && { name, key: shown, parts, isOverlay };
  };
  return { services: names.flatMap((name) => find(name) ?? []), find };
}

function fileAt(path: string | undefined, tools: HostTools): ComposeFile | undefined {
  return path === undefined ? undefined : composeFileAt(path, tools);
}

const isWhole = (service: Pick<Service, 'parts'>): boolean =>
  lastValue(service, 'image') !== undefined || lastValue(service, 'build') !== undefined;

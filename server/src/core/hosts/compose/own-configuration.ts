import type { ImageFamily } from '../../config/host-facts.js';
import { mountedPath } from '../../config/reading/configuration-reader.js';
import type { PlacedFile } from '../container/unused-configuration.js';
import type { HostTools } from '../host-reading.js';
import type { GivenFiles, GivenMount } from './compose-files.js';

/** Configurations that images take by themselves, where they stand there. */
const TAKEN_BY: Readonly<Partial<Record<ImageFamily, readonly string[]>>> = {
  stack: ['/redis-stack.conf'],
  bitnami: ['/opt/bitnami/redis/mounted-etc/redis.conf', '/opt/bitnami/valkey/mounted-etc/valkey.conf'],
};

/** The path in the container of a configuration that the image takes without being told to. */
export function ownConfiguration(
  family: ImageFamily,
  { mounts, texts }: GivenFiles,
  { reader }: HostTools,
): string | undefined {
  return TAKEN_BY[family]?.find((path) => {
    const outside = mountedPath(path, mounts);
    return texts.has(path) || (outside !== path && reader.readFile(outside).status === 'found');
  });
}

/** The files that are put into a container, those of folders too. */
export function placedFiles({ mounts, texts }: GivenFiles, { reader }: HostTools): readonly PlacedFile[] {
  const mounted = mounts.flatMap(({ inside, outside, at }: GivenMount): readonly PlacedFile[] => {
    const folder = reader.listFolder(outside);
    if (folder.status !== 'found') return [{ path: inside, at }];
    return folder.names.map((name) => ({ path: `${inside === '/' ? '' : inside}/${name}`, at }));
  });
  return [...mounted, ...[...texts].map(([path, { at }]) => ({ path, at }))];
}

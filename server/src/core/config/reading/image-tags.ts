import { newestOf, type Product, releaseOf, type Target } from '../../directives/target.js';

/** Which server an image holds, as far as its name and tag say. */
export interface ImageContent {
  readonly target: Target;
  /** The tag names no release line: what it stands for today may be another tomorrow. */
  readonly isFloating: boolean;
}

/** Repositories of images that hold a server, with its versions as tags. */
const PRODUCT_OF: Readonly<Record<string, Product>> = {
  'library/redis': 'redis',
  'bitnami/redis': 'redis',
  'bitnami/redis-cluster': 'redis',
  'bitnamilegacy/redis': 'redis',
  'bitnamilegacy/redis-cluster': 'redis',
  'bitnamisecure/redis': 'redis',
  'cimg/redis': 'redis',
  'circleci/redis': 'redis',
  'valkey/valkey': 'valkey',
  'bitnami/valkey': 'valkey',
  'bitnami/valkey-cluster': 'valkey',
  'bitnamilegacy/valkey': 'valkey',
  'bitnamilegacy/valkey-cluster': 'valkey',
  'bitnamisecure/valkey': 'valkey',
};
/** Their tags have patch levels of their own: `7.4.0-v3` holds some Redis 7.4. */
const BUNDLE_OF: Readonly<Record<string, Product>> = {
  'redis/redis-stack': 'redis',
  'redis/redis-stack-server': 'redis',
  'valkey/valkey-bundle': 'valkey',
};
/** The official images for one kind of processor. */
const PROCESSOR = /^(amd64|arm32v[5-7]|arm64v8|i386|mips64le|ppc64le|riscv64|s390x)$/;

const VERSION_TAG = /^v?(\d{1,3}(?:\.\d{1,3}){0,2})(?:-|$)/;
/** No version, only what it is built on. */
const FLOATING_TAG = /^(latest|alpine[\d.]*|trixie|bookworm|bullseye|buster|stretch|jessie)$/;

/**
 * What a reference as in `image: docker.io/library/redis:7.2-alpine@sha256:…` says. Undefined: it is no image of a
 * server that is known, such as an exporter's or somebody's own, or its version is filled in elsewhere.
 */
export function contentOfImage(reference: string): ImageContent | undefined {
  if (/[${}]/.test(reference)) return undefined;
  const [named = '', digest] = reference.split('@');
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  if (tag === undefined && digest !== undefined) return undefined;
  return contentOf(colon < 0 ? named : named.slice(0, colon), tag);
}

/** The same for a repository and a tag, as Helm charts name them apart. */
export function contentOf(repository: string, tag: string | undefined): ImageContent | undefined {
  const name = shortName(repository.toLowerCase());
  const bundle = BUNDLE_OF[name];
  const product = PRODUCT_OF[name] ?? bundle;
  if (product === undefined || (tag !== undefined && /[${}]/.test(tag))) return undefined;
  const version = VERSION_TAG.exec(tag ?? '')?.[1];
  if (version !== undefined) {
    const [major = '', minor] = version.split('.');
    const target = releaseOf(product, bundle && minor !== undefined ? `${major}.${minor}` : version);
    return target && { target, isFloating: minor === undefined };
  }
  const isFloating = tag === undefined || FLOATING_TAG.test(tag);
  return isFloating && bundle === undefined ? { target: newestOf(product), isFloating } : undefined;
}

/** Without the registry, and without what a mirror puts before it: `library/redis` for `mirror.gcr.io/library/redis`. */
export function shortName(repository: string): string {
  const parts = repository.split('/');
  const isRegistry = parts.length > 1 && /[.:]|^localhost$/.test(parts[0] ?? '');
  const own = isRegistry ? parts.slice(1) : parts;
  if (own.length > 2 && !isRegistry) return repository;
  const [namespace, name = ''] = own.length < 2 ? ['library', own[0]] : own.slice(-2);
  if (name === 'valkey' && namespace === 'library') return 'valkey/valkey';
  return PROCESSOR.test(namespace ?? '') ? `library/${name}` : `${namespace}/${name}`;
}

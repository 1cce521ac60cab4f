import type { ImageFamily } from '../config/host-facts.js';

/** Images of servers by their repository, without registry: `redis`, `library/redis`, `bitnami/redis-cluster`. */
const FAMILIES: readonly (readonly [ImageFamily, RegExp])[] = [
  ['redis', /^(?:library\/)?redis$/i],
  ['valkey', /^valkey\/valkey$/i],
  ['bitnami', /^bitnami(?:legacy|secure)?\/(?:redis|valkey)(?:-(?:cluster|sentinel))?$/i],
  ['stack', /^redis\/redis-stack(?:-server)?$/i],
];
/** Images that are named after the server and hold none. */
const NO_SERVER = /exporter|commander|insight|cli|admin|browser|proxy|ui\b|operator|stat|sentinel-proxy/i;
const SERVER = /(?:^|[/_-])(?:redis|valkey|keydb)(?:[:@_-]|$)/i;

/** What an image's entrypoint does, by its name; undefined: it holds no server that is known. */
export function imageFamily(reference: string): ImageFamily | undefined {
  const repository = repositoryOf(reference);
  const known = FAMILIES.find(([, pattern]) => pattern.test(repository))?.[0];
  if (known) return known;
  return SERVER.test(repository) && !NO_SERVER.test(repository) ? 'other' : undefined;
}

/** Without registry, tag and digest. */
export function repositoryOf(reference: string): string {
  const named = reference.split('@')[0] ?? '';
  const [first = '', ...rest] = named.split('/');
  const isRegistry = rest.length > 0 && (first === 'localhost' || /[.:]/.test(first));
  const own = isRegistry ? rest.join('/') : named;
  const colon = own.indexOf(':', own.lastIndexOf('/') + 1);
  return colon < 0 ? own : own.slice(0, colon);
}

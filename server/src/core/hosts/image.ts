import type { ImageFamily } from '../config/host-facts.js';
import { shortName } from '../config/reading/image-tags.js';

/** Images whose entrypoint is known, by their repository in short. */
const FAMILIES: readonly (readonly [ImageFamily, RegExp])[] = [
  ['redis', /^library\/redis$/],
  ['valkey', /^valkey\/valkey$/],
  ['bitnami', /^bitnami(?:legacy|secure)?\/(?:redis|valkey)(?:-(?:cluster|sentinel))?$/],
  ['stack', /^redis\/redis-stack(?:-server)?$/],
];
/** Images of servers with entrypoints that nobody has read. */
const OTHERS: ReadonlySet<string> = new Set([
  'valkey/valkey-bundle',
  'eqalpha/keydb',
  'redislabs/redismod',
  'redislabs/rejson',
  'redislabs/redisearch',
  'redislabs/redistimeseries',
  'redislabs/redisbloom',
  'redislabs/redisgraph',
]);
const PRODUCTS: ReadonlySet<string> = new Set(['redis', 'valkey', 'keydb']);
/** Words behind the product in names of images that hold its server. */
const SERVER_WORDS: ReadonlySet<string> = new Set(
  'server cluster sentinel master primary replica slave node ha db cache standalone alpine custom stack'.split(' '),
);
/** What an image's entrypoint does, by its name; undefined: it holds no server that is known. */
export function imageFamily(reference: string): ImageFamily | undefined {
  const repository = shortName(repositoryOf(reference));
  const known = FAMILIES.find(([, pattern]) => pattern.test(repository))?.[0];
  return known ?? (OTHERS.has(repository) || isNamedAfterServer(repository) ? 'other' : undefined);
}

/** `myorg/my-redis`, `redis-cluster`: none of `redis-exporter`, `php-redis`, `redis-commander`. */
function isNamedAfterServer(repository: string): boolean {
  const words = repository.slice(repository.lastIndexOf('/') + 1).split(/[._-]/);
  const product = words.findIndex((word) => PRODUCTS.has(word));
  if (product < 0 || words.slice(0, product).some((word) => LANGUAGES.has(word))) return false;
  return words.slice(product + 1).every((word) => SERVER_WORDS.has(word) || /^v?\d+$/.test(word));
}

/** Before the product in names of images that hold its client. */
const LANGUAGES: ReadonlySet<string> = new Set(
  'php node nodejs python py django flask celery go golang java spring ruby rails laravel rust dotnet app web api worker'.split(
    ' ',
  ),
);

/** The program that an image starts by itself. */
export function programOfImage(reference: string): string {
  const repository = repositoryOf(reference);
  const product = ['valkey', 'keydb'].find((name) => repository.includes(name)) ?? 'redis';
  return `${product}-${repository.endsWith('-sentinel') ? 'sentinel' : 'server'}`;
}

/** Without tag and digest. */
function repositoryOf(reference: string): string {
  const named = reference.split('@')[0] ?? '';
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return (colon < 0 ? named : named.slice(0, colon)).toLowerCase();
}

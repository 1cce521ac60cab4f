import type { Location } from './occurrence.js';

/**
 * What somebody or something says of a server, and who says it, the most trusted first:
 * - setting: the command line or the editor
 * - project: `.redis-conf-lint.json`
 * - comment: a comment in the file
 * - image, chart: a container image or a Helm chart that stands beside the file
 * - file-name: `redis-6.2.conf`, `valkey.conf`
 * - directives: what the directives of the file allow
 * - default: nothing; the newest server whose facts are wholly known
 */
export type Teller = 'setting' | 'project' | 'comment' | 'image' | 'chart' | 'file-name' | 'directives' | 'default';

/** A fact about a server, and where it is said, as far as that is a place in a file. */
export interface Told<T> {
  readonly value: T;
  readonly by: Teller;
  readonly at?: Location;
  /** Said of a product or a major version alone; the value is the newest of it: `redis:7`, `latest`, `valkey.conf`. */
  readonly isFloating?: boolean;
}

/** Named: somebody said it for the linter. Told: it stands beside the file. Guessed: it may well be otherwise. */
export type Certainty = 'named' | 'told' | 'guessed';

const CERTAINTY: Readonly<Record<Teller, Certainty>> = {
  setting: 'named',
  project: 'named',
  comment: 'named',
  image: 'told',
  chart: 'told',
  'file-name': 'told',
  directives: 'guessed',
  default: 'guessed',
};

/** How far whoever says it is to be believed. */
export function certaintyOf({ by }: Pick<Told<unknown>, 'by'>): Certainty {
  return CERTAINTY[by];
}

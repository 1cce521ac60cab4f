import { fileNameOf } from '../config/paths.js';
import type { Teller, Told } from '../config/told.js';
import { formatTarget, type Target } from '../directives/target.js';
import { printable } from '../text/printable.js';

const WHO: Readonly<Record<Teller, string>> = {
  setting: 'from the settings',
  project: 'from .redis-conf-lint.json',
  comment: 'from a comment in the file',
  image: 'from the image in',
  chart: 'from the chart in',
  'file-name': "from the file's name",
  directives: 'from the directives used',
  default: 'the newest',
};

/** Who says for which server a file is read, in a few words; or who contradict each other, so that none is believed. */
export function describeTeller(target: Told<Target>, disagreeing: readonly Told<Target>[]): string {
  const { by, at, isFloating } = target;
  if (disagreeing.length > 0) return `${WHO[by]}, because ${disagreeing.map(opinion).join(' and ')}`;
  if (by === 'default') return `${WHO[by]}, because nothing names another`;
  if (at === undefined) return WHO[by];
  return `${WHO[by]} ${printable(fileNameOf(at.source))}${isFloating ? ', the newest that its tag may mean' : ''}`;
}

function opinion({ value, at }: Told<Target>): string {
  return `${printable(fileNameOf(at?.source ?? ''))} says ${formatTarget(value)}`;
}

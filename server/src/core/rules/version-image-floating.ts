import { formatTarget } from '../directives/target.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const versionImageFloating: Rule = {
  id: 'version-image-floating',
  summary: 'an image without a release line: another server with the next pull',
  category: 'versions',
  severity: 'information',
  references: ['CWE-1104', 'https://docs.docker.com/build/building/best-practices/'],
  reads: ['deployment'],
  check: checkImage,
};

/** No version, one of the major releases alone, or only what the image is built on. */
const FLOATING =
  /^(?:v?\d{1,3}|latest|stable|edge|unstable|alpine[\d.]*|trixie|bookworm|bullseye|buster|slim)(?:-[a-z].*)?$/i;

/** A digest names one image for ever, and of a variable nobody knows what it holds. */
function* checkImage({ config, target }: RuleInput): Iterable<Problem> {
  const image = config.deployment.facts?.image;
  if (!image || /[${}@]/.test(image.text)) return;
  const tag = image.text.slice(image.text.lastIndexOf('/') + 1).split(':')[1] ?? 'latest';
  if (!FLOATING.test(tag)) return;
  const line = target.by === 'image' ? `, such as ${formatTarget(target.value)}` : '';
  yield {
    at: image.at,
    message: `${quote(image.text)} may be another release with the next pull. Name a release line${line}.`,
  };
}

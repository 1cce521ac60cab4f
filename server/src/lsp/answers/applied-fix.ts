import { printable, withoutLinks } from '../../core/service.js';
import { type EditedPlace, editedPlaces, firstLineOf, positionAfter } from '../documents/edited-places.js';
import { pathOf } from '../documents/uris.js';
import type { AppliedFix, PlaceAfter } from '../protocol.js';
import type { ProtocolFix } from './protocol-fix.js';
import { SECRET_SHAPE, waitsForSecret, withSecretShape } from './secrets.js';

/** What there will be to show of a fix once it is applied, before its secret is made. */
export function appliedFixOf(fix: ProtocolFix): AppliedFix {
  const changed = withSecretShape(fix).changes.map(({ uri, edits }) => ({ uri, places: editedPlaces(edits) }));
  const secret = waitsForSecret(fix) ? secretPlace(changed) : undefined;
  const kind = fix.secretHolders.some(isCommandName) ? 'name' : 'password';
  return {
    message: printable(withoutLinks([...happened(fix), ...otherFiles(fix)].join(' '))),
    isNotable: secret !== undefined || changed.length > 1 || fix.effect === 'access',
    places: changed.flatMap(({ uri, places: [first] }) => (first ? [{ uri, range: firstLineOf(first) }] : [])),
    ...(secret ? { secret: { ...secret, kind } } : {}),
  };
}

interface ChangedFile {
  readonly uri: string;
  readonly places: readonly EditedPlace[];
}

function secretPlace(changed: readonly ChangedFile[]): PlaceAfter | undefined {
  for (const { uri, places } of changed) {
    for (const { range, newText } of places) {
      const at = newText.indexOf(SECRET_SHAPE);
      if (at === -1) continue;
      const start = positionAfter(range.start, newText.slice(0, at));
      return { uri, range: { start, end: positionAfter(start, SECRET_SHAPE) } };
    }
  }
  return undefined;
}

/** `requirepass and masterauth have a new password.`, or the title of the fix; then the consequence. */
function happened({ title, consequence, secretHolders }: ProtocolFix): readonly string[] {
  const costs = consequence ? [consequence] : [];
  const [first] = secretHolders;
  if (first === undefined) return [`Applied: ${consequence ? withoutCosts(title) : title}.`, ...costs];
  if (isCommandName(first)) return [`${first.split(' ')[1]} has a new name.`, ...costs];
  const have = secretHolders.length === 1 ? 'has' : 'have';
  return [`${listed(secretHolders)} ${have} a new password.`, ...costs];
}

/** A title says in a few words, behind a colon, what its fix costs. */
const withoutCosts = (title: string) => title.split(': ', 1)[0] ?? title;

/** Somebody who looks at one file has to learn that another one has changed. */
function otherFiles({ changes }: ProtocolFix): readonly string[] {
  if (changes.length < 2) return [];
  return [`Changed: ${listed(changes.map(({ uri }) => pathOf(uri).split('/').at(-1) ?? uri))}.`];
}

const listed = (names: readonly string[]) => new Intl.ListFormat('en').format(names);

const isCommandName = (holder: string) => /^rename-command /i.test(holder);

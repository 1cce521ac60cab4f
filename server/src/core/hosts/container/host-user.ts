import type { HostUser } from '../../config/host-facts.js';
import { originOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer } from '../host-reading.js';
import type { PlacedWord } from '../words/server-command.js';

/** A user as containers, units and scripts name one: `redis`, `999:999`. */
export function hostUser(document: HostDocument, { text, at }: Pick<PlacedWord, 'text' | 'at'>): HostUser {
  const written = originOf(text, { start: 0, end: text.text.length }) ?? at;
  return { at: document.locationOf(written), isRoot: /^(?:root|0+)(?::|$)/.test(text.text.trim()) };
}

/** As whom a server runs that is told so. */
export function runsAs(user: HostUser | undefined): HostedServer['runsAs'] {
  return user && { value: user.isRoot ? 'root' : 'other', by: 'image', at: user.at };
}

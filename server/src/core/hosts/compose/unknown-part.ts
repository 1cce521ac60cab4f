import type { Location } from '../../config/occurrence.js';
import { type Unread, unreadFrom } from '../../config/unread.js';
import { withoutWrappers } from '../shell/wrappers.js';
import { serverCommand } from '../words/server-command.js';
import { unknownOptions } from '../words/unknown-options.js';
import type { ComposeImage } from './compose-image.js';
import type { ComposeLaunch } from './compose-launch.js';

/** What may say anything of the configuration: a script, an image of somebody's own, a variable that holds options. */
export function unknownPart(launch: ComposeLaunch, image: ComposeImage | undefined): Unread | undefined {
  if (launch.kind === 'none') return image?.starts === 'unknown' ? unreadAt(image.text, image.at) : undefined;
  if (launch.kind === 'unknown') {
    return unreadAt(launch.script.text.text, launch.said.document.locationOf(launch.script.at));
  }
  return launch.kind === 'server' ? unknownWord(launch) : undefined;
}

const unreadAt = (path: string, at: Location): Unread => unreadFrom({ status: 'unknown', reason: 'program' }, path, at);

function unknownWord({ said, command }: Extract<ComposeLaunch, { readonly kind: 'server' }>): Unread | undefined {
  const { document } = said;
  const servers = command.script.filter(({ words }) => serverCommand(withoutWrappers(words)) !== undefined);
  if (servers.length > 1) return unreadAt(command.program, document.locationOf(command.at));
  return unknownOptions(document, command.words)[0];
}

import { textsByPath, textsOfServer } from '../shell/texts-by-path.js';
import { writtenTexts } from '../shell/written-text.js';
import type { ComposeLaunch } from './compose-launch.js';

/** The configurations that the script around a server writes, by their path in the container. */
export function scriptTexts(launch: ComposeLaunch, service: string): ReturnType<typeof textsOfServer> {
  if (launch.kind !== 'server') return textsOfServer(new Map());
  const { said, command } = launch;
  const texts = writtenTexts(said.document, command.script, `services.${service}.${said.key.value}:`);
  return textsOfServer(textsByPath(texts));
}

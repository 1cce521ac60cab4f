import { dialectOfFile } from '../container/configuration-names.js';
import { hostedText } from '../shell/hosted-text.js';
import { type PathText, textsByPath, textsOfServer } from '../shell/texts-by-path.js';
import { type WrittenFile, writtenFiles } from '../shell/written-files.js';
import type { ComposeLaunch, SaidLaunch } from './compose-launch.js';

/** The configurations that the script around a server writes, by their path in the container. */
export function scriptTexts(launch: ComposeLaunch, service: string): ReturnType<typeof textsOfServer> {
  const all = launch.kind === 'server' ? writtenFiles(launch.command.script) : [];
  const own = launch.kind === 'server' ? all.flatMap((file) => pathText(file, launch.said, service)) : [];
  return textsOfServer(textsByPath(own));
}

function pathText(
  { path, isAppended, text }: WrittenFile,
  { document, key }: SaidLaunch,
  service: string,
): readonly PathText[] {
  if (path.fillIns.length > 0) return [];
  const name = path.text.text;
  const line = document.rangeOf(text.at).start.line + 1;
  const id = `services.${service}.${key.value}:${name}:${line}`;
  const dialect = dialectOfFile(name, text.text.text);
  return [{ path: name, isAppended, text: hostedText(document, { id, holder: 'text', dialect, text }) }];
}

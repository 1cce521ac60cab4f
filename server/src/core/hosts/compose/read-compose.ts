import { mayStartServers } from '../../project/recognise/sniff.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer, HostReading, HostTools, NotAnalysed } from '../host-reading.js';
import { baseOf, composeFiles, mayBeOverlay } from './compose-file.js';
import { projectOf } from './compose-project.js';
import { serverOf } from './compose-server.js';

/** The servers that a compose file starts, one a service. */
export function readCompose(document: HostDocument, tools: HostTools): HostReading {
  if (!mayStartServers(document.text) && !overlaysServers(document.path, tools))
    return { servers: [], notAnalysed: [] };
  const { files, notAnalysed } = composeFiles(document, tools, mayBeOverlay(document.path));
  const read = files.flatMap((file) => {
    const project = projectOf(file, tools);
    return project.services.flatMap((service) => serverOf(service, document, project, tools) ?? []);
  });
  return {
    servers: read.filter((each): each is HostedServer => !('reason' in each)),
    notAnalysed: [...notAnalysed, ...read.filter((each): each is NotAnalysed => 'reason' in each)],
  };
}

function overlaysServers(path: string, { reader }: HostTools): boolean {
  const base = mayBeOverlay(path) ? baseOf(path, { reader }) : undefined;
  const found = base === undefined ? undefined : reader.readFile(base);
  return found?.status === 'found' && mayStartServers(found.text);
}

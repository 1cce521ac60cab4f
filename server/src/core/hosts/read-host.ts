import type { DocumentKind } from '../project/recognise.js';
import { readCompose } from './compose/read-compose.js';
import { readDockerfile } from './dockerfile/read-dockerfile.js';
import type { HostDocument } from './host-document.js';
import type { HostReading, HostTools, ReadHost } from './host-reading.js';
import { readShell } from './shell/read-shell.js';
import { maySpeakOfServers } from './sniff.js';
import { readUnit } from './unit/read-unit.js';

/** Who reads which kind of document. */
const READERS: Readonly<Partial<Record<DocumentKind, ReadHost>>> = {
  compose: readCompose,
  dockerfile: readDockerfile,
  unit: readUnit,
  shell: readShell,
};

/** In characters; a longer document is not looked at. */
const LONGEST = 1_000_000;

/** The servers that a document starts. */
export function readHost(document: HostDocument, tools: HostTools): HostReading {
  const read = READERS[document.kind];
  if (!read || !maySpeakOfServers(document.text)) return { servers: [], notAnalysed: [] };
  if (document.text.length > LONGEST) {
    return { servers: [], notAnalysed: [{ at: { start: 0, end: 0 }, reason: 'too-large' }] };
  }
  return read(document, tools);
}

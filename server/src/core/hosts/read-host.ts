import { maySpeakOfServers, mayStartServers } from '../project/recognise/sniff.js';
import type { DocumentKind } from '../project/recognise.js';
import { readAnsible } from './ansible/read-ansible.js';
import { mayBeOverlay } from './compose/compose-file.js';
import { readCompose } from './compose/read-compose.js';
import { readDockerfile } from './dockerfile/read-dockerfile.js';
import { readHelm } from './helm/read-helm.js';
import type { HostDocument } from './host-document.js';
import type { HostReading, HostTools, ReadHost } from './host-reading.js';
import { readKubernetes } from './kubernetes/read-kubernetes.js';
import { readShell } from './shell/read-shell.js';
import { readUnit } from './unit/read-unit.js';

/** Who reads which kind of document. */
const READERS: Readonly<Partial<Record<DocumentKind, ReadHost>>> = {
  ansible: readAnsible,
  compose: readCompose,
  dockerfile: readDockerfile,
  helm: readHelm,
  kubernetes: readKubernetes,
  unit: readUnit,
  shell: readShell,
};

/** In characters; a longer document is not looked at. */
const LONGEST = 1_000_000;

/** The servers that a document starts. */
export function readHost(document: HostDocument, tools: HostTools): HostReading {
  const read = READERS[document.kind];
  if (!read || !maySpeak(document)) return { servers: [], notAnalysed: [] };
  if (document.text.length > LONGEST) {
    return { servers: [], notAnalysed: [{ at: { start: 0, end: 0 }, reason: 'too-large' }] };
  }
  return read(document, tools);
}

/** Whether it is worth reading a document, told without parsing it; a compose file may name its servers in another one. */
export function maySpeak({ kind, path, text }: Pick<HostDocument, 'kind' | 'path' | 'text'>): boolean {
  return kind === 'compose' ? mayBeOverlay(path) || mayStartServers(text) : maySpeakOfServers(text);
}

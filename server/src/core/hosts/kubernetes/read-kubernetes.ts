import { maySpeakOfServers } from '../../project/recognise/sniff.js';
import { once } from '../../text/once.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer, HostedText, HostReading, HostTools, NotAnalysed } from '../host-reading.js';
import { saysSomething } from '../hosted-text.js';
import { loneServer } from '../lone-server.js';
import { dialectOfText } from '../recognised-text.js';
import { isTemplate, serversInTemplate } from '../templated/templated-servers.js';
import { type Cluster, podsIn, seenFrom } from './cluster.js';
import { entriesIn, holdsFiles, textOfEntry } from './config-objects.js';
import { resourceServers } from './custom-resources.js';
import { generatedBeside } from './kustomization.js';
import { type Manifest, type ManifestPart, manifestParts, manifestsBeside } from './manifests.js';
import { podServers } from './pod-servers.js';
import { containersOf, type Pod } from './pods.js';
import { mountedFiles } from './volumes.js';

/** The servers that manifests of a cluster start, one a container, and configurations that nobody here starts one with. */
export function readKubernetes(document: HostDocument, tools: HostTools): HostReading {
  const home = manifestParts(document, tools.yaml);
  const cluster: Cluster = {
    home,
    beside: once(() => manifestsBeside(document, tools)),
    generated: once(() => generatedBeside(document, tools)),
  };
  const own = podsIn(home).map((pod) => podServers(pod, cluster));
  const files = home.filter(isTold).flatMap((part) => part.manifests().filter(holdsFiles));
  const besides = files.flatMap((manifest) => serversBeside(manifest, cluster));
  const servers = [...own.flatMap((each) => each.servers), ...besides];
  const resources = home.filter(isTold).flatMap((part) => part.manifests().map(resourceServers));
  const alone = files.map((manifest) => textsAlone(manifest, servers, cluster));
  const templated = templates(home).flatMap(({ at }) => serversInTemplate(document, at));
  return {
    servers: unique([...servers, ...[...alone, ...resources].flatMap((each) => each.servers), ...templated]),
    notAnalysed: [
      ...own.flatMap((each) => each.notAnalysed),
      ...[...alone, ...resources].flatMap((each) => each.notAnalysed),
      ...unread(home),
    ],
  };
}

/** Only those that may be ours are parsed. */
const isTold = ({ text }: ManifestPart): boolean => maySpeakOfServers(text) && !DEFINITION.test(text);

/** What describes a kind of objects is no object of it. */
const DEFINITION = /^kind:[ \t]*["']?CustomResourceDefinition/m;

const templates = (home: readonly ManifestPart[]): readonly ManifestPart[] =>
  home.filter((part) => isTold(part) && isTemplate(part.text, part.problem()));

function unread(home: readonly ManifestPart[]): readonly NotAnalysed[] {
  return home.filter(isTold).flatMap((part) => {
    const reason = isTemplate(part.text, part.problem()) ? 'template' : part.problem();
    return reason === undefined ? [] : [{ at: part.at, reason }];
  });
}

/** Where no file of this document uses an object, those beside it may. */
function serversBeside(manifest: Manifest, cluster: Cluster): readonly HostedServer[] {
  if (podsIn(cluster.home, manifest.name).some((pod) => mounts(pod, manifest))) return [];
  return cluster.beside().flatMap((parts) =>
    podsIn(parts, manifest.name)
      .filter((pod) => mounts(pod, manifest))
      .flatMap((pod) => podServers(pod, seenFrom(cluster, parts)).servers)
      .filter(({ texts }) => [...texts.values()].some((text) => isOf(text, manifest))),
  );
}

const isOf = (text: HostedText, { document, node }: Manifest): boolean =>
  text.document === document && text.anchor.start >= node.at.start && text.anchor.end <= node.at.end;

function mounts(pod: Pod, { kind, name, namespace }: Manifest): boolean {
  const isNear = namespace === undefined || (pod.manifest.namespace ?? namespace) === namespace;
  const files = containersOf(pod).flatMap(mountedFiles);
  return isNear && files.some((file) => file.kind === kind && file.name === name);
}

/** The configurations of an object that no server here is started with. */
function textsAlone(manifest: Manifest, servers: readonly HostedServer[], cluster: Cluster): HostReading {
  const used = new Set(servers.flatMap(({ texts }) => [...texts.values()].map(({ anchor }) => anchor.start)));
  const texts = entriesIn(manifest)
    .filter(({ entry }) => !used.has(entry.key.at.start))
    .filter(({ key, entry }) => dialectOfText(key, entry.value.value) !== undefined)
    .map((entry) => ({ key: entry.key, text: textOfEntry(entry) }));
  const isPrepared = texts.length > 0 && isPreparedIn(manifest, cluster);
  return {
    servers: texts.flatMap(({ key, text }) => {
      if ('reason' in text || !saysSomething(text)) return [];
      const published = isPrepared || ADDED.test(key) ? 'unknown' : 'cluster';
      return [loneServer({ kind: 'kubernetes', name: manifest.name, published, text })];
    }),
    notAnalysed: texts.flatMap(({ text }) => ('reason' in text ? [text] : [])),
  };
}

/** Operators read them behind a configuration of their own. */
const ADDED = /additional|extra|override|custom/i;
const SPEAKS_OF_PASSWORDS = /requirepass|aclfile|_PASSWORD|--user\b|masterauth|\bAUTH\b/i;

/** A pod has it, and something in that pod may add a password before a server reads it. */
function isPreparedIn(manifest: Manifest, { home, beside }: Cluster): boolean {
  const users = [home, ...beside()].flatMap((parts) => podsIn(parts, manifest.name));
  return users.some((pod) => mounts(pod, manifest) && SPEAKS_OF_PASSWORDS.test(pod.manifest.text));
}

/** Two objects of one name, as for two clusters, are two servers. */
function unique(servers: readonly HostedServer[]): readonly HostedServer[] {
  const count = new Map<string, number>();
  return servers.map((server) => {
    const number = (count.get(server.id) ?? 0) + 1;
    count.set(server.id, number);
    return number === 1 ? server : { ...server, id: `${server.id}#${number}` };
  });
}

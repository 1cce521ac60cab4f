import type { Verdict } from '../answers/verdict.js';
import type { Deployment } from '../config/deployment.js';
import type { FillIn } from '../config/fill-in.js';
import type { Starts } from '../config/meaning/starts.js';
import { type ConfigSource, type Dialect, type SourceId, sourceIn } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { DocumentSecrets } from '../config/showing/document-shown.js';
import { secretsOfServer } from '../config/showing/secrets-of-server.js';
import type { Told } from '../config/told.js';
import type { Target } from '../directives/target.js';
import { comparePositions, type Range } from '../text/span.js';

/** A configuration in a document. */
export interface ReadRegion {
  /** Of the document. */
  readonly source: SourceId;
  readonly what: 'arguments' | 'configuration' | 'acl';
  readonly dialect: Dialect;
  readonly range: Range;
}

/** What somebody puts into a configuration before a server reads it. */
export interface DecidingVariable extends Pick<FillIn, 'by' | 'ifUnset'> {
  /** Of the document. */
  readonly source: SourceId;
  readonly name: string;
  readonly range: Range;
}

/** What is told of a server that a document starts: nothing of its configuration. */
export interface HostedServerReport {
  /** The document that starts it. */
  readonly source: SourceId;
  readonly deployment: string;
  readonly name: string;
  readonly target: Told<Target>;
  readonly starts: Starts;
  readonly regions: readonly ReadRegion[];
  readonly variables: readonly DecidingVariable[];
  /** By document. */
  readonly secrets: ReadonlyMap<SourceId, DocumentSecrets>;
}

interface Judged {
  readonly deployment: Deployment;
  readonly config: ResolvedConfiguration;
  readonly verdict: Pick<Verdict, 'starts'>;
}

/** Undefined of a file that no document gives to a server. */
export function hostedServerOf({ deployment, config, verdict }: Judged): HostedServerReport | undefined {
  const { facts, hosts, id, target } = deployment;
  const [host] = hosts;
  if (!host || !facts) return undefined;
  const parts = config.files.filter((source) => source.id !== source.path && sourceIn(hosts, source.path));
  return {
    source: host.id,
    deployment: id,
    name: facts.name,
    target,
    starts: verdict.starts,
    regions: parts.flatMap((source) => regionOf(source, deployment)).sort(byPlace),
    variables: parts.flatMap(variablesOf).sort(byPlace),
    secrets: secretsOfServer(config),
  };
}

/** Where there is no command nothing stands that was read: what is missing is told at the name. */
function regionOf(source: ConfigSource, { layers }: Deployment): readonly ReadRegion[] {
  const { path, dialect, extent, file, place } = source;
  const isEmpty = file.lines.count === 1 && file.lines.at(0)?.text === '';
  // The name of a file is an argument too, though no line is made of it.
  if (!extent || (isEmpty && comparePositions(extent.start, place.anchor.start) === 0)) return [];
  const isOfCommand = layers.some((layer) => layer.kind === 'arguments' && layer.source.id === source.id);
  const what = isOfCommand ? 'arguments' : dialect === 'acl' ? 'acl' : 'configuration';
  return [{ source: path, what, dialect, range: extent }];
}

function variablesOf({ path, fillIns = [], place }: ConfigSource): readonly DecidingVariable[] {
  return fillIns
    .filter(({ name }) => name !== '')
    .map(({ name, by, ifUnset, line, at }) => ({ source: path, name, by, ifUnset, range: place.toDocument(line, at) }));
}

const byPlace = ({ range: one }: { readonly range: Range }, { range: other }: { readonly range: Range }): number =>
  comparePositions(one.start, other.start);

import type { Catalog } from '../../directives/catalog.js';
import { type Range, rangeOnLine } from '../../text/span.js';
import type { Deployment } from '../deployment.js';
import type { HostFacts } from '../host-facts.js';
import type { ConfigSource, Location, SourceId } from '../occurrence.js';
import type { DocumentSecrets } from './document-shown.js';
import { configurationShown } from './lines-shown.js';
import { isSecretName } from './told-secrets.js';

/** What was read of a server. */
interface Read {
  readonly files: readonly ConfigSource[];
  readonly catalog: Catalog;
  readonly deployment: Pick<Deployment, 'hosts' | 'facts'>;
}

/** By document: what is known of secrets in those that start a server, from what was read of it. */
export function secretsOfServer(config: Read): ReadonlyMap<SourceId, DocumentSecrets> {
  const { files, deployment } = config;
  const told = deployment.facts ? secretsInFacts(deployment.facts) : [];
  return new Map(
    deployment.hosts.map(({ path }) => {
      const regions = files.filter((source) => source.path === path && source.id !== path);
      const secrets = [
        ...regions.flatMap((region) => secretsInRegion(region, config)),
        ...told.filter(({ source }) => source === path).map(({ line, at }) => rangeOnLine(line, at)),
      ];
      return [path, { secrets, regions: regions.flatMap(({ extent }) => extent ?? []) }];
    }),
  );
}

/** What nobody wrote there is shown at the word that it hangs on, which is no secret. */
function secretsInRegion({ file, dialect, place }: ConfigSource, { catalog }: Read): readonly Range[] {
  const shown = configurationShown(file, { catalog, dialect });
  return Array.from(file.lines.entries(), ([line]) => shown.hiddenAt(line).map((span) => place.toDocument(line, span)))
    .flat()
    .filter((range) => !isSame(range, place.anchor));
}

const isSame = (one: Range, other: Range): boolean =>
  one.start.line === other.start.line && one.start.character === other.start.character;

function secretsInFacts({ environment, passwordsOnCommandLines }: HostFacts): readonly Location[] {
  const variables = environment.filter(({ name, value }) => value !== undefined && isSecretName(name));
  return [...variables.map(({ at }) => at), ...passwordsOnCommandLines];
}

import { portOf } from '../../server/src/core/config/meaning/exposure.js';
import type { ResolvedConfiguration } from '../../server/src/core/config/resolved-configuration.js';
import type { Listener } from '../support/listeners.js';
import type { Reply } from '../support/resp-client.js';
import { addressesOutside } from '../support/two-hosts.js';
import type { Answer, Endpoint, Identity, Visit } from '../support/visit.js';
import { type Client, isServed } from './clients.js';

/** One client at one door. */
export interface Attempt {
  readonly from: 'here' | 'elsewhere';
  readonly endpoint: Endpoint;
  readonly client: Client;
  readonly hasCertificate: boolean;
}

/** Every client at every door that it can try. */
export function attemptsAt(
  listeners: readonly Listener[],
  config: ResolvedConfiguration,
  clients: readonly Client[],
): readonly Attempt[] {
  const doors = [
    ...listeners
      .flatMap((listener) => doorsHere(listener, config))
      .map((endpoint) => ({ from: 'here', endpoint }) as const),
    ...listeners
      .flatMap((listener) => doorsElsewhere(listener, config))
      .map((endpoint) => ({ from: 'elsewhere', endpoint }) as const),
  ];
  return doors.flatMap((door) =>
    clients.flatMap((client) => {
      const certificates = door.endpoint.kind === 'tcp' && door.endpoint.isTls ? [true, false] : [false];
      return certificates.map((hasCertificate) => ({ ...door, client, hasCertificate }));
    }),
  );
}

/** On the server's own machine. */
function doorsHere(listener: Listener, config: ResolvedConfiguration): readonly Endpoint[] {
  if (listener.kind === 'unix') return [listener];
  const own: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  return doorOf(listener, own[listener.address] ?? listener.address, config);
}

function doorsElsewhere(listener: Listener, config: ResolvedConfiguration): readonly Endpoint[] {
  if (listener.kind === 'unix') return [];
  return addressesOutside(listener).flatMap((address) => doorOf(listener, address, config));
}

/** None at the cluster bus: it is no door for clients. */
function doorOf(
  { port }: Extract<Listener, { kind: 'tcp' }>,
  address: string,
  config: ResolvedConfiguration,
): readonly Endpoint[] {
  if (port === portOf(config, 'port')) return [{ kind: 'tcp', address, port, isTls: false }];
  return port === portOf(config, 'tls-port') ? [{ kind: 'tcp', address, port, isTls: true }] : [];
}

export function visitOf({ endpoint, client, hasCertificate }: Attempt, identity: Identity | undefined): Visit {
  return {
    endpoint,
    identity: hasCertificate ? identity : undefined,
    commands: [...(client.login ? [client.login] : []), ...client.commands],
  };
}

/** The commands that the server served, in words of a report. */
export function servedIn(attempt: Attempt, answer: Answer): readonly string[] {
  if (typeof answer === 'string') return [];
  const { client } = attempt;
  const replies: readonly (Reply | undefined)[] = client.login ? answer.slice(1) : answer;
  const who = whoOf(attempt);
  return client.commands.flatMap((command, index) => {
    const reply = replies[index];
    return reply !== undefined && isServed(reply) ? [`${who}: ${command.join(' ')}`] : [];
  });
}

export function whoOf({ from, endpoint, client, hasCertificate }: Attempt): string {
  return `${client.name}${hasCertificate ? ' with a certificate' : ''} from ${from} at ${placeOf(endpoint)}`;
}

export function placeOf(endpoint: Endpoint): string {
  return endpoint.kind === 'unix' ? endpoint.path : `${endpoint.address} port ${endpoint.port}`;
}

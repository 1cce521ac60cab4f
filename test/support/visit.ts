import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { converse, type Reply } from './resp-client.js';

/** Where a server listens: a port of an address, or a unix socket. */
export type Endpoint =
  | { readonly kind: 'tcp'; readonly address: string; readonly port: number; readonly isTls: boolean }
  | { readonly kind: 'unix'; readonly path: string };

/** A certificate and its key, in PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

/** One connection of a client: what it sends in one go. */
export interface Visit {
  readonly endpoint: Endpoint;
  /** The address it comes from, where that is not for the system to choose. */
  readonly from?: string;
  /** What it shows a server that asks for a certificate. */
  readonly identity?: Identity | undefined;
  /** Byte strings. */
  readonly commands: readonly (readonly string[])[];
}

/** Fewer replies than commands: the server closed the connection. A text: it could not be reached at all. */
export type Answer = readonly Reply[] | string;

const LONGEST_VISIT_MS = 3000;

export async function visit(request: Visit): Promise<Answer> {
  const socket = open(request);
  socket.setTimeout(LONGEST_VISIT_MS, () => socket.destroy(new Error('no answer in time')));
  return converse(socket, request.commands).catch((error: Error) => error.message);
}

function open({ endpoint, from, identity }: Visit): Socket {
  if (endpoint.kind === 'unix') return connect(endpoint.path);
  const { address: host, port, isTls } = endpoint;
  const socket = connect({ host, port, ...(from && { localAddress: from }) });
  if (!isTls) return socket;
  return connectTls({ socket, rejectUnauthorized: false, cert: identity?.certificate, key: identity?.key });
}

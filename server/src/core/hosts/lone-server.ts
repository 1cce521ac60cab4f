import type { Published } from '../config/deployment.js';
import type { DocumentKind } from '../project/recognise.js';
import { isNamedForDevelopment } from './container/development.js';
import type { HostedServer, HostedText } from './host-reading.js';
import { hasOpenLines } from './hosted-text.js';

/** A configuration of which nobody here says what is started with it. */
export interface LoneText {
  readonly kind: DocumentKind;
  /** Of what holds it, for people. */
  readonly name: string;
  readonly published: Published;
  readonly text: HostedText;
}

/** A server of which the configuration is known alone. */
export function loneServer({ kind, name, published, text }: LoneText): HostedServer {
  const at = text.document.locationOf(text.anchor);
  const program = text.dialect === 'sentinel' ? 'redis-sentinel' : 'redis-server';
  return {
    id: text.id,
    facts: {
      kind,
      name,
      at,
      launch: { by: 'image', at, program },
      ports: [],
      environment: [],
      passwordsOnCommandLines: [],
    },
    texts: new Map([['', text]]),
    mounts: [],
    published: { value: hasOpenLines(text) ? 'unknown' : published, by: 'image' },
    isDevelopment: isNamedForDevelopment(text.document.path),
  };
}

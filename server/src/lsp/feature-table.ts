import {
  type CancellationToken,
  type Connection,
  type Position,
  RequestType,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Reports } from './answers/reports.js';
import { type Client, isRecord } from './client.js';
import type { Documents } from './documents/documents.js';
import type { OpenDocument } from './documents/open-document.js';
import { uriOf } from './documents/uris.js';
import type { DocumentFeature, Engine, Feature, Session, TextQuestion } from './features/feature.js';
import * as features from './features/index.js';
import { type Guard, refuseIfCancelled } from './guard.js';

/** Everything that clients may ask for, one file a feature. */
export const FEATURES: readonly Feature[] = Object.values(features);

/** What all features tell a client of themselves, in one. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return FEATURES.map(({ capability }) => capability(client)).reduce(merged, {});
}

/** What answers are made of. */
export interface AnswerParts {
  readonly engine: Engine;
  readonly documents: Pick<Documents, 'get'>;
  readonly reports: Pick<Reports, 'configurationOf'>;
  readonly session: Session;
}

/** Answers what a client asks for. */
export function answerFeatures(connection: Connection, guard: Guard, parts: AnswerParts): void {
  for (const feature of FEATURES) {
    const answer = (params: unknown, token: CancellationToken) => answerFor(feature, params, token, parts);
    // Of a type, so that a request without parameters is refused before anybody looks into them.
    const type = new RequestType<unknown, unknown, void>(feature.method);
    connection.onRequest(type, guard.request(feature.method, answer));
  }
}

async function answerFor(feature: Feature, params: unknown, token: CancellationToken, parts: AnswerParts) {
  const { engine, documents, reports, session } = parts;
  switch (feature.needs) {
    case 'session':
      return feature.answer(session, params, token);
    case 'text': {
      const document = documents.get(addressIn(params));
      if (!document) return feature.empty(params);
      return answerAbout(feature, document, { engine, params }, (question) => feature.answer(question));
    }
    case 'configuration': {
      const placed = await reports.configurationOf(addressIn(params));
      refuseIfCancelled(token);
      if (!placed) return feature.empty(params);
      const { document, config } = placed;
      return answerAbout(feature, document, { engine, params }, (question) => feature.answer({ ...question, config }));
    }
  }
}

/** Positions go in as core's and come out as the protocol's. */
function answerAbout(
  feature: DocumentFeature,
  { path, uri, file, places }: OpenDocument,
  { engine, params }: Pick<TextQuestion<unknown>, 'engine' | 'params'>,
  ask: (question: TextQuestion<unknown>) => unknown,
): unknown {
  const at = namesPlace(params) ? places.inConfiguration(params.position) : START;
  if (!at && feature.outside === 'empty') return feature.empty(params);
  const source = { id: path, file };
  const answer = ask({ engine, source, at: at ?? START, params, uriOf: (other) => uriOf(other, uri) });
  return feature.ranges ? feature.ranges(answer, places.toProtocol) : answer;
}

const START: Position = { line: 0, character: 0 };

function namesPlace(params: unknown): params is { readonly position: Position } {
  return isRecord(params) && 'position' in params;
}

/** Requests name their document; what is resolved later holds its address as the data that it came with. */
function addressIn(params: unknown): string {
  const holder = isRecord(params) ? (params.textDocument ?? params.data) : undefined;
  return isRecord(holder) && typeof holder.uri === 'string' ? holder.uri : '';
}

/** Where both hold a record, the records are merged. */
function merged<Shape extends object>(a: Shape, b: Shape): Shape {
  const both = Object.entries(b).map(([name, value]) => {
    const before: unknown = Object.entries(a).find(([known]) => known === name)?.[1];
    return [name, isRecord(before) && isRecord(value) ? merged(before, value) : value];
  });
  return { ...a, ...Object.fromEntries(both) };
}

import {
  type CancellationToken,
  type Connection,
  type Position,
  RequestType,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { ConfigSource, ResolvedConfiguration } from '../core/service.js';
import type { Analyses } from './answers/analysis.js';
import type { Placed, Reports } from './answers/reports.js';
import { type Client, isRecord } from './client.js';
import type { Documents } from './documents/documents.js';
import type { OpenDocument } from './documents/open-document.js';
import type { Places } from './documents/places.js';
import { uriOf } from './documents/uris.js';
import type {
  ConfigurationFeature,
  ConfigurationQuestion,
  DocumentFeature,
  Engine,
  Feature,
  Session,
  TextQuestion,
} from './features/feature.js';
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
  readonly reports: Pick<Reports, 'configurationsOf'>;
  readonly analyses: Pick<Analyses, 'configurationsAs'>;
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
      if (!document || document.traces !== undefined) return feature.empty(params);
      return answerAbout(feature, document, { engine, params }, (question) => feature.answer(question));
    }
    case 'configuration': {
      const placed = await reports.configurationsOf(addressIn(params));
      refuseIfCancelled(token);
      const [config] = placed?.configurations ?? [];
      if (!placed || !config) return feature.empty(params);
      const { document } = placed.analysis;
      if (document.traces !== undefined) return answerInside(feature, placed, params, parts);
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

/** The same of a document that holds configurations. */
function answerInside(
  feature: ConfigurationFeature,
  placed: Placed,
  params: unknown,
  { engine, analyses }: AnswerParts,
): unknown {
  const { analysis, configurations } = placed;
  const { path, uri, file, places } = analysis.document;
  if (feature.inDocument && namesPlace(params)) {
    const position = places.fromProtocol(params.position);
    const configurationsAs = (text: string) => analyses.configurationsAs(analysis, text);
    const asked = { path, text: engine.textOf(file), position, configurationsAs };
    const answer = feature.inDocument({ engine, params, ...asked });
    return feature.ranges ? feature.ranges(answer, places.toProtocol) : answer;
  }
  const asked = configurations.flatMap((config) => regionsIn(config, placed, params));
  const answers = asked.map(({ config, source, at, toProtocol }) => {
    const answer = feature.answer({ engine, config, source, at, params, uriOf: (other) => uriOf(other, uri) });
    return feature.ranges ? feature.ranges(answer, toProtocol) : answer;
  });
  return feature.together?.(answers) ?? answers[0] ?? feature.empty(params);
}

/** A configuration that a question is about, and the place in it. */
type Region = Pick<ConfigurationQuestion<unknown>, 'config' | 'at'> &
  Pick<Places, 'toProtocol'> & { source: ConfigSource };

/** Those that stand where the question names a place; all where it names none. */
function regionsIn(
  config: ResolvedConfiguration,
  { analysis: { document }, placesOf }: Placed,
  params: unknown,
): readonly Region[] {
  return config.files.flatMap((source): Region[] => {
    if (source.path !== document.path) return [];
    const places = placesOf(source);
    const at = namesPlace(params) ? places.inConfiguration(params.position) : START;
    return at ? [{ config, source, at, toProtocol: places.toProtocol }] : [];
  });
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

import { type Candidate, type Session, startSession } from './session.js';
import type { Shape } from './shapes.js';
import { median, timed } from './statistics.js';

/** Medians of one server and one document; milliseconds of the server's processor, and of the clock beside them. */
export interface ShapeFigures {
  readonly size: number;
  readonly lines: number;
  /** From the start of the process to the diagnostics of the document. */
  readonly start: number;
  readonly open: number;
  readonly key: number;
  readonly keyWall: number;
  /** That are sent for a key. */
  readonly keyBytes: number;
  readonly unchanged: number;
  readonly findings: number;
  readonly memoryMiB: number;
}

/** Whoever is measured, and with which document. */
export interface Contestant {
  readonly candidate: Candidate;
  readonly uri: string;
  readonly text: string;
  readonly typed: readonly RegExp[];
}

export const ours = (candidate: Candidate, { fileName, text, typed }: Shape, size: number): Contestant => ({
  candidate,
  uri: `file:///bench/${fileName}`,
  text: text(size),
  typed,
});

/** JSON has no comments: what is typed there changes a key, a value, and the blanks before a key. */
export const peer = (candidate: Candidate, { json }: Shape, size: number): Contestant => ({
  candidate,
  uri: 'file:///bench/settings.json',
  text: json(size),
  typed: [/^ {2}"\w+/, /^ {2}"\S+ "a/, /^ /],
});

interface Typing {
  readonly session: Session;
  readonly uri: string;
  readonly places: readonly { readonly line: number; readonly character: number }[];
  readonly opened: Omit<ShapeFigures, 'key' | 'keyWall' | 'keyBytes' | 'unchanged'>;
  readonly keys: { readonly cpu: number; readonly wall: number; readonly bytes: number; readonly kind: string }[];
  version: number;
  resultId: string | undefined;
}

/** Each of some contestants types in turn, so that what else the machine does hits all alike. */
export async function measureShape(
  contestants: readonly Contestant[],
  size: number,
  { keys, warmUp }: { readonly keys: number; readonly warmUp: number },
): Promise<readonly ShapeFigures[]> {
  const typing: Typing[] = [];
  for (const contestant of contestants) typing.push(await begin(contestant, size));
  for (let n = 0; n < warmUp + keys; n++) for (const one of typing) await typeOnce(one, n);
  const figures = typing.map(({ opened, keys: typed }): ShapeFigures => {
    const counted = typed.slice(warmUp);
    return {
      ...opened,
      key: counted.reduce((sum, { cpu }) => sum + cpu, 0) / counted.length,
      keyWall: median(counted.map(({ wall }) => wall)),
      keyBytes: counted.reduce((sum, { bytes }) => sum + bytes, 0) / counted.length,
      unchanged: counted.filter(({ kind }) => kind === 'unchanged').length / counted.length,
    };
  });
  for (const { session } of typing) await session.end();
  return figures;
}

async function begin({ candidate, uri, text, typed }: Contestant, size: number): Promise<Typing> {
  const session = await startSession(candidate);
  const before = session.cpu();
  await session.open(uri, text);
  const first = await session.pull(uri);
  const start = session.cpu();
  const lines = text.split('\n');
  const from = lines.length >> 1;
  const places = typed.flatMap((pattern) => {
    const isMatch = (line: string) => pattern.test(line);
    const below = lines.slice(from).findIndex(isMatch);
    const line = below < 0 ? lines.findIndex(isMatch) : from + below;
    const [match] = pattern.exec(lines[line] ?? '') ?? [];
    return match === undefined ? [] : [{ line, character: match.length }];
  });
  const opened = { size, lines: lines.length, start, open: start - before, findings: first.items?.length ?? 0 };
  return {
    session,
    uri,
    places,
    opened: { ...opened, memoryMiB: session.memory() },
    keys: [],
    version: 1,
    resultId: first.resultId,
  };
}

/** A character, or its removal: so findings come and go. */
async function typeOnce(typing: Typing, n: number): Promise<void> {
  const { session, uri, places } = typing;
  const at = places[(n >> 1) % places.length];
  if (!at) throw new Error(`nowhere to type in ${uri}`);
  const [cpu, bytes] = [session.cpu(), session.bytes()];
  let kind = '';
  const wall = await timed(async () => {
    typing.version++;
    if (n % 2 === 0) session.type(uri, typing.version, at, 'x');
    else session.type(uri, typing.version, at, '', 1);
    const pulled = await session.pull(uri, typing.resultId);
    kind = pulled.kind;
    typing.resultId = pulled.resultId ?? typing.resultId;
  });
  typing.keys.push({ cpu: session.cpu() - cpu, wall, bytes: session.bytes() - bytes, kind });
}

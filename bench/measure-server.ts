import { type Candidate, type Session, startSession } from './session.js';
import { median, percentile, timed } from './statistics.js';

/** Milliseconds, unless the name says otherwise. */
export interface ServerFigures {
  readonly initialize: number;
  readonly open2400: number;
  readonly open50000: number;
  readonly keystroke2400p50: number;
  readonly keystroke2400p95: number;
  readonly keystroke50000p50: number;
  readonly completion: number;
  readonly hover: number;
  readonly memoryMiB: number;
  /** From the first of 50 keystrokes to the last answer. */
  readonly burst: number;
  /** Of the 50 requests of the burst, how many got a whole answer rather than a refusal. */
  readonly burstAnswers: number;
}

const STARTS = 5;
const OPENS = 3;
const KEYSTROKES = 100;
const REQUESTS = 40;

export async function measureServer(candidate: Candidate): Promise<ServerFigures> {
  const initialize = await repeat(STARTS, async () => {
    let session: Session | undefined;
    const time = await timed(async () => {
      session = await startSession(candidate);
    });
    await session?.end();
    return time;
  });
  const small = await repeat(OPENS, () => openOnce(candidate, 2400));
  const large = await repeat(OPENS, () => openOnce(candidate, 50_000));
  const short = await typing(candidate, 2400);
  const long = await typing(candidate, 50_000);
  return {
    initialize: median(initialize),
    open2400: median(small.map(({ time }) => time)),
    open50000: median(large.map(({ time }) => time)),
    memoryMiB: median(small.map(({ memory }) => memory)),
    keystroke2400p50: median(short.keystrokes),
    keystroke2400p95: percentile(short.keystrokes, 0.95),
    keystroke50000p50: median(long.keystrokes),
    completion: median(short.completions),
    hover: median(short.hovers),
    burst: short.burst,
    burstAnswers: short.burstAnswers,
  };
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let n = 0; n < times; n++) results.push(await work());
  return results;
}

const addressOf = ({ extension }: Candidate, lines: number) => `file:///bench/redis-${lines}.${extension}`;

async function openOnce(candidate: Candidate, lines: number) {
  const session = await startSession(candidate);
  const [uri, text] = [addressOf(candidate, lines), candidate.document(lines)];
  const time = await timed(async () => {
    await session.open(uri, text);
    await session.pull(uri);
  });
  const memory = session.memory();
  await session.end();
  return { time, memory };
}

async function typing(candidate: Candidate, lines: number) {
  const session = await startSession(candidate);
  const uri = addressOf(candidate, lines);
  await session.open(uri, candidate.document(lines));
  await session.pull(uri);
  let version = 1;
  const line = Math.floor(lines / 2);
  const at = () => ({ textDocument: { uri }, position: { line, character: 4 } });
  const keystrokes = await repeat(KEYSTROKES, () =>
    timed(() => {
      session.type(uri, ++version, { line, character: 4 }, 'x');
      return session.pull(uri);
    }),
  );
  const request = (method: string) => () => timed(() => session.connection.sendRequest(method, at()).catch(() => null));
  const completions = await repeat(REQUESTS, request('textDocument/completion'));
  const hovers = await repeat(REQUESTS, request('textDocument/hover'));
  let burstAnswers = 0;
  const burst = await timed(async () => {
    const answers = Array.from({ length: 50 }, () => {
      session.type(uri, ++version, { line, character: 4 }, 'y');
      return session.pull(uri).then(
        () => burstAnswers++,
        () => undefined,
      );
    });
    await Promise.all(answers);
  });
  await session.end();
  return { keystrokes, completions, hovers, burst, burstAnswers };
}

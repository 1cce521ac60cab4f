import { posix } from 'node:path';
import * as fc from 'fast-check';
import { createLoadCache, type LoadCache, type Target } from '../../server/src/core/service.js';
import { isHarmless } from '../differential/host-dependent.js';
import { openRealServer, type Trial } from '../support/real-server.js';
import { fixedFiles } from './check-trial.js';
import type { FuzzInput } from './fuzz-input.js';
import { GENERATORS } from './generators.js';

export interface ServerOptions {
  readonly binary: string;
  /** Files that the server accepts and that fixes change. */
  readonly count: number;
  readonly seed: number;
}

export interface ServerFigures {
  /** Files that fixes change, and those of them that the server accepts before. */
  readonly fixed: number;
  readonly accepted: number;
  readonly violations: readonly Violation[];
}

interface Violation {
  readonly input: FuzzInput;
  readonly fixed: ReadonlyMap<string, string>;
  /** What the server says after. */
  readonly message: string;
}

const FOLDER = '/etc/redis';
/** Those whose files a server may be started with. */
const KINDS = ['fixtures', 'configurations', 'users', 'renames', 'addresses', 'includes'];
const BATCH = 50;

/** Fixes all that is safe in files that the server accepts: it accepts them after, too. Same options, same files. */
export async function fixOnServer({ binary, count, seed }: ServerOptions): Promise<ServerFigures> {
  const server = await openRealServer(binary);
  const cache = createLoadCache();
  const figures = { fixed: 0, accepted: 0, violations: [] as Violation[] };
  try {
    for (let nth = 0; figures.accepted < count; nth++) {
      for (const input of inputsOf(KINDS[nth % KINDS.length] ?? '', seed + nth)) {
        const fixed = fixedOf(input, server.target, cache);
        if (fixed === undefined || figures.accepted >= count) continue;
        figures.fixed++;
        if (!(await server.run(trialOf(input, new Map()))).isStartable) continue;
        figures.accepted++;
        const after = await server.run(trialOf(input, fixed));
        if (!after.isStartable) figures.violations.push({ input, fixed, message: JSON.stringify(after) });
      }
    }
  } finally {
    await server.close();
  }
  return figures;
}

function inputsOf(generator: string, seed: number): readonly FuzzInput[] {
  const input = GENERATORS.get(generator);
  return input ? fc.sample(input.filter(mayBeStarted), { numRuns: BATCH, seed }) : [];
}

/** Lines that lead out of the folder of the trial, also where they are written in hexadecimal digits. */
const LEADS_OUT = /\\x|cluster-config-file|appenddirname|crash|notification|script/i;

function mayBeStarted({ path, text, files }: FuzzInput): boolean {
  const all = [text, ...Object.values(files)];
  return posix.dirname(path) === FOLDER && isHarmless(all) && !all.some((each) => LEADS_OUT.test(each));
}

function fixedOf(input: FuzzInput, target: Target, cache: LoadCache): ReadonlyMap<string, string> | undefined {
  const circumstances = { encoding: 'utf-8', dialect: 'server', target, world: 'files' } as const;
  const fixed = fixedFiles(input, circumstances, cache);
  const texts = new Map(Object.entries({ ...input.files, [input.path]: input.text }));
  return [...fixed].some(([path, text]) => texts.get(path) !== text) ? fixed : undefined;
}

/** The server stands in the folder, so that what is named from there is found. */
function trialOf({ path, text, files }: FuzzInput, fixed: ReadonlyMap<string, string>): Trial {
  const all = { ...files, [path]: text, ...Object.fromEntries(fixed) };
  const bytes = (content: string) => Buffer.from(content, 'utf8').toString('latin1');
  const { [posix.basename(path)]: root = '', ...others } = Object.fromEntries(
    Object.entries(all).map(([name, content]) => [posix.relative(FOLDER, name), bytes(content)]),
  );
  return { text: root, fileName: posix.basename(path), files: others };
}

export function formatServerFigures({ fixed, accepted, violations }: ServerFigures): string {
  const shown = violations.map(
    ({ input, fixed: texts, message }) => `${message}\n${JSON.stringify(input)}\n${JSON.stringify([...texts])}\n`,
  );
  return [...shown, `${fixed} files fixed; ${accepted} accepted before, ${accepted - violations.length} after`].join(
    '\n',
  );
}

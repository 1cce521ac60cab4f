import * as fc from 'fast-check';
import { openRealServer, type RealServer } from '../support/real-server.js';
import { openTwoHosts } from '../support/two-hosts.js';
import { compare, type Disagreement } from './compare.js';
import type { ConfigurationCase } from './configuration-case.js';
import { configurationCases } from './generate-cases.js';
import { shrink } from './shrink.js';

export interface DifferentialOptions {
  readonly binary: string;
  readonly cases: number;
  readonly seed: number;
  /** Files of a Sentinel only. */
  readonly isSentinel?: boolean;
  /** Servers running at the same time. */
  readonly parallel?: number;
}

export interface DifferentialReport {
  readonly cases: number;
  readonly agreements: number;
  /** The first case of each signature, as small as it gets, and how many there were. */
  readonly disagreements: readonly (Disagreement & { readonly count: number })[];
}

/** Generates cases and asks linter and server about each. Same options, same cases. */
export async function runDifferential(options: DifferentialOptions): Promise<DifferentialReport> {
  const { binary, cases, seed, isSentinel = false, parallel = 3 } = options;
  const servers = await Promise.all(
    Array.from({ length: parallel }, async () => openRealServer(binary, await openTwoHosts())),
  );
  try {
    const [first] = servers;
    if (!first) throw new Error('at least one server is needed');
    const hasTls = (await first.run({ text: 'tls-port 0\n' })).isStartable;
    const generated = fc.sample(configurationCases({ target: first.target, hasTls, isSentinel }), {
      numRuns: cases,
      seed,
    });
    const found = await compareAll(generated, servers);
    const signatures = new Set(found.map(({ signature }) => signature));
    const disagreements: (Disagreement & { count: number })[] = [];
    for (const signature of signatures) {
      const same = found.filter((disagreement) => disagreement.signature === signature);
      const [example] = same;
      if (example) disagreements.push({ ...(await smallest(example, first)), count: same.length });
    }
    return { cases, agreements: cases - found.length, disagreements };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

async function compareAll(
  cases: readonly ConfigurationCase[],
  servers: readonly RealServer[],
): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = [];
  const queue = cases.values();
  await Promise.all(
    servers.map(async (server) => {
      for (const next of queue) {
        const disagreement = await compare(next, server).catch((cause: unknown) => {
          throw new Error(`about ${JSON.stringify(next)}`, { cause });
        });
        if (disagreement) found.push(disagreement);
      }
    }),
  );
  return found;
}

async function smallest(example: Disagreement, server: RealServer): Promise<Disagreement> {
  const isFailing = async (smaller: ConfigurationCase) =>
    (await compare(smaller, server))?.signature === example.signature;
  const minimal = await shrink(example.case, isFailing);
  return (await compare(minimal, server)) ?? example;
}

/** A disagreement as text for a terminal. */
export function formatDisagreement({
  case: { text, files, isSentinel },
  server,
  linter,
  signature,
  count,
}: Disagreement & { readonly count: number }): string {
  const shown = [[isSentinel ? 'sentinel.conf' : 'redis.conf', text], ...Object.entries(files)].map(
    ([name, content]) => `  ${name}: ${JSON.stringify(content)}`,
  );
  return [`${signature} (${count})`, ...shown, `  server: ${server}`, `  linter: ${linter}`].join('\n');
}

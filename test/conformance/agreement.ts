import { type Case, readCases, SERVERS, type Server } from './cases.js';
import { type Outcome, runCase } from './run-case.js';

/** Cases that agree, of those that have something to compare. */
export interface Count {
  readonly agree: number;
  readonly of: number;
}

export interface Disagreement {
  readonly id: string;
  readonly category: string;
  readonly difference: string;
  readonly servers: readonly Server[];
}

export interface Agreement {
  readonly cases: number;
  readonly ofServer: (server: Server, part: Part) => Count;
  readonly ofCategory: (server: Server, category: string) => Count;
  readonly categories: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

export type Part = 'verdict' | 'line' | 'values';

/** Runs every case that does not depend on host or build for all servers. */
export function measureAgreement(): Agreement {
  const cases = readCases().filter(({ env }) => env === undefined);
  const results = SERVERS.flatMap((server) =>
    cases.map((testCase) => ({ server, testCase, outcome: runCase(testCase, server) })),
  );
  const count = (chosen: readonly { readonly outcome: Outcome }[], part: Part): Count => {
    const compared = chosen.filter(({ outcome }) => outcome[part] !== undefined);
    return { agree: compared.filter(({ outcome }) => outcome[part]).length, of: compared.length };
  };
  return {
    cases: cases.length,
    ofServer: (server, part) =>
      count(
        results.filter((result) => result.server === server),
        part,
      ),
    ofCategory: (server, category) =>
      count(
        results.filter((result) => result.server === server && result.testCase.cat === category),
        'verdict',
      ),
    categories: [...new Set(cases.map(({ cat }) => cat))].sort(),
    disagreements: grouped(results),
  };
}

interface Result {
  readonly server: Server;
  readonly testCase: Case;
  readonly outcome: Outcome;
}

/** The same difference on several servers is one disagreement. */
function grouped(results: readonly Result[]): readonly Disagreement[] {
  const byText = new Map<
    string,
    { readonly testCase: Case; readonly difference: string; readonly servers: Server[] }
  >();
  for (const { server, testCase, outcome } of results) {
    if (outcome.difference === undefined) continue;
    const key = `${testCase.id} ${outcome.difference}`;
    const known = byText.get(key);
    if (known) known.servers.push(server);
    else byText.set(key, { testCase, difference: outcome.difference, servers: [server] });
  }
  return [...byText.values()]
    .map(({ testCase, difference, servers }) => ({ id: testCase.id, category: testCase.cat, difference, servers }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ECHO, JSON_SERVER, OURS, PEER, ROOT } from './candidates.js';
import { benchShapes } from './main-shapes.js';
import { measureCli } from './measure-cli.js';
import { measureEngine } from './measure-engine.js';
import { measureServer, type ServerFigures } from './measure-server.js';
import { print, show } from './tables.js';

const NAMES: Readonly<Record<keyof ServerFigures, string>> = {
  initialize: 'start to initialize',
  open2400: 'open 2,400 lines to diagnostics',
  open50000: 'open 50,000 lines to diagnostics',
  keystroke2400p50: 'keystroke at 2,400, p50',
  keystroke2400p95: 'keystroke at 2,400, p95',
  keystroke50000p50: 'keystroke at 50,000, p50',
  completion: 'completion at 2,400',
  hover: 'hover at 2,400',
  memoryMiB: 'memory at 2,400, MiB',
  burst: 'burst of 50 keystrokes',
  burstAnswers: 'burst: requests answered in full',
};

interface Budget {
  readonly says: string;
  readonly limit: (echo: ServerFigures, json: ServerFigures | undefined) => number | undefined;
}

const BUDGETS: Readonly<Partial<Record<keyof ServerFigures, Budget>>> = {
  initialize: { says: '1.3 x echo', limit: (echo) => 1.3 * echo.initialize },
  open2400: { says: '0.5 x JSON', limit: (_, json) => json && 0.5 * json.open2400 },
  open50000: { says: '0.5 x JSON', limit: (_, json) => json && 0.5 * json.open50000 },
  keystroke2400p50: { says: '0.5 x JSON', limit: (_, json) => json && 0.5 * json.keystroke2400p50 },
  keystroke50000p50: { says: '0.12 x JSON', limit: (_, json) => json && 0.12 * json.keystroke50000p50 },
  completion: { says: '2 x JSON', limit: (_, json) => json && 2 * json.completion },
  hover: { says: '1 x JSON', limit: (_, json) => json?.hover },
  memoryMiB: { says: '1.3 x echo', limit: (echo) => 1.3 * echo.memoryMiB },
  burstAnswers: { says: '2', limit: () => 2 },
};

async function main(): Promise<void> {
  const echo = await measureServer(ECHO);
  const ours = await measureServer(OURS);
  const json = existsSync(PEER) ? await measureServer(JSON_SERVER) : undefined;
  const rows = (Object.keys(NAMES) as (keyof ServerFigures)[]).map((figure) => {
    const budget = BUDGETS[figure];
    const limit = budget?.limit(echo, json);
    return [
      NAMES[figure],
      show(echo[figure]),
      show(json?.[figure]),
      show(ours[figure]),
      budget?.says ?? '',
      verdict(ours[figure], limit),
    ];
  });
  print(['language server, ms', 'echo', 'JSON', 'ours', 'budget', ''], rows);
  if (!json) console.log('The JSON language server is not here: npm run bench -- --install-peer brings it.');
  printEngine();
  printCli();
  printSizes();
}

function printEngine(): void {
  const rows = [measureEngine(2400, 200), measureEngine(50_000, 20)].map(({ lines, split, parse, lint }) => {
    const limit = lines === 2400 ? Math.max(2, 40 * split) : undefined;
    return [
      `${lines} lines`,
      show(split),
      show(parse),
      show(lint),
      lines === 2400 ? '40 x split (2 ms)' : 'linear',
      verdict(lint, limit),
    ];
  });
  print(['engine, ms, warm', 'split', 'parse', 'lint', 'budget', ''], rows);
}

function printCli(): void {
  const { node: bare, oneFile, thousandFiles } = measureCli(path.join(ROOT, 'dist/cli.js'));
  print(
    ['command line, ms', 'measured', 'budget', ''],
    [
      ['node -e 0', show(bare), '', ''],
      ['1 file of 100 lines', show(oneFile), 'node + 40', verdict(oneFile, bare + 40)],
      ['1,000 files of 100 lines', show(thousandFiles), '10 x node', verdict(thousandFiles, 10 * bare)],
    ],
  );
}

function printSizes(): void {
  const kilobytes = statSync(path.join(ROOT, 'dist/server.js')).size / 1000;
  print(['bundle', 'kB', 'budget', ''], [['dist/server.js', show(kilobytes), '400', verdict(kilobytes, 400)]]);
}

const verdict = (value: number, limit: number | undefined) =>
  limit === undefined ? '' : value <= limit ? 'ok' : `OVER ${show(limit)}`;

const SHAPES_OPTION = '--shapes';
const shapesAt = process.argv.indexOf(SHAPES_OPTION);
void (shapesAt < 0 ? main() : benchShapes(process.argv[shapesAt + 1] ?? ''));

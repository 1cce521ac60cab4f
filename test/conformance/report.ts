import type { Agreement, Count, Disagreement } from './agreement.js';
import { SERVERS } from './cases.js';
import { REASONS } from './reasons.js';

/** docs/conformance.md. */
export function reportPage(agreement: Agreement): string {
  return `# Conformance

What the linter says about a configuration is compared with what real servers did with it: ${agreement.cases} small
configurations, ${SERVERS.length} servers, no server needed to repeat it. Cases whose outcome depends on the host or on
how the server was built are left out. This page is written by \`node scripts/conformance-report.mjs\`.

- **Verdict**: whether the server starts.
- **Line**: where it names one, the same line comes first.
- **Values**: what \`CONFIG GET\` shows afterwards.

Every server was started with a unix socket and, where a case names no port, with \`--port 0\`, so that it need not listen
on the network; the linter is given the same.

## By server

${table(['Server', 'Verdict', 'Line', 'Values'], serverRows(agreement))}

## Verdicts by category

${table(['Category', ...SERVERS], categoryRows(agreement))}

## Where they differ

${agreement.disagreements.length === 0 ? 'Nowhere.' : differences(agreement.disagreements)}
`;
}

function serverRows({ ofServer }: Agreement): readonly (readonly string[])[] {
  return SERVERS.map((server) => [
    server,
    percent(ofServer(server, 'verdict')),
    percent(ofServer(server, 'line')),
    percent(ofServer(server, 'values')),
  ]);
}

function categoryRows({ categories, ofCategory }: Agreement): readonly (readonly string[])[] {
  return categories.map((category) => [
    category,
    ...SERVERS.map((server) => {
      const { agree, of } = ofCategory(server, category);
      return agree === of ? `${of}` : `${agree}/${of}`;
    }),
  ]);
}

function percent({ agree, of }: Count): string {
  return `${((100 * agree) / Math.max(of, 1)).toFixed(2)} % (${agree}/${of})`;
}

/** Columns are padded, as the formatter wants them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
  ].join('\n');
}

function differences(disagreements: readonly Disagreement[]): string {
  return disagreements
    .map(({ id, difference, servers }) => {
      const where = servers.length === SERVERS.length ? 'all servers' : servers.join(', ');
      return `- \`${id}\` (${where}): ${difference}. ${REASONS[id] ?? 'No reason is known yet.'}`;
    })
    .join('\n');
}

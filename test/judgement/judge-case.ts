import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Host } from '../../server/src/cli/host.js';
import { run } from '../../server/src/cli/run.js';
import { SEVERITIES } from '../../server/src/core/lint/cap.js';
import type { Severity } from '../../server/src/core/rules/rule.js';
import { replaceFile } from '../../server/src/node/replace-file.js';

/** What the command line must, and must not, say of a small workspace. */
export interface JudgementCase {
  readonly name: string;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that the command line names. */
  readonly entry: string;
  /** Missing: told from what is there. */
  readonly target?: string;
  readonly args?: readonly string[];
  /** Rules that have, and that have not, a finding in any file. */
  readonly must?: readonly string[];
  readonly mustNot?: readonly string[];
  /** Of the findings of `must`: the worst is at least, or at most, this. */
  readonly severityMin?: Severity;
  readonly severityMax?: Severity;
  /** null: it cannot be known. */
  readonly startable?: boolean | null;
  /** The line (from 1) of the first fatal finding. */
  readonly line?: number;
  /** By directive: what is in force. */
  readonly values?: Readonly<Record<string, string>>;
  /** What the entry must not hold after `--fix`. */
  readonly fixMustNotContain?: string;
  readonly why: string;
}

interface FileReport {
  readonly path: string;
  readonly startable: boolean | null;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly fatal: boolean;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

/** What is wrong with the linter's answer, a sentence each; nothing: it agrees. */
export function judge(each: JudgementCase): readonly string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redis-conf-lint-judgement-'));
  try {
    for (const [name, text] of Object.entries(each.files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const files = (JSON.parse(lint(each, folder, '--format', 'json')) as { files: readonly FileReport[] }).files;
    return [
      ...checkRules(each, files),
      ...checkStart(each, files),
      ...checkValues(each, folder),
      ...checkFix(each, folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* checkRules(
  { must = [], mustNot = [], severityMin, severityMax }: JudgementCase,
  files: readonly FileReport[],
) {
  const findings = files.flatMap((file) => file.findings);
  for (const rule of mustNot) if (findings.some((finding) => finding.rule === rule)) yield `${rule} is reported`;
  for (const rule of must) {
    const ranks = findings
      .filter((finding) => finding.rule === rule)
      .map(({ severity }) => SEVERITIES.indexOf(severity));
    const worst = Math.min(...ranks);
    if (ranks.length === 0) yield `${rule} is not reported`;
    else if (severityMin && worst > SEVERITIES.indexOf(severityMin)) yield `${rule} is only ${SEVERITIES[worst]}`;
    else if (severityMax && worst < SEVERITIES.indexOf(severityMax)) yield `${rule} is even ${SEVERITIES[worst]}`;
  }
}

function* checkStart({ entry, startable, line }: JudgementCase, files: readonly FileReport[]) {
  const found = files.find((file) => file.path === entry);
  if (startable !== undefined && found?.startable !== startable) yield `startable is ${found?.startable}`;
  const fatal = found?.findings.find((finding) => finding.fatal)?.range.start.line;
  if (line !== undefined && fatal !== line) yield `the first fatal finding is on line ${fatal}`;
}

function* checkValues(each: JudgementCase, folder: string) {
  if (!each.values) return;
  const shown = lint(each, folder, '--effective');
  for (const [name, value] of Object.entries(each.values)) {
    const line = shown.split('\n').find((text) => text.trimStart().startsWith(`${name} `));
    if (!line?.includes(` ${value}`)) yield `${name} is not ${value}: ${line}`;
  }
}

/** Changes the files, so that it comes last. */
function* checkFix(each: JudgementCase, folder: string) {
  if (each.fixMustNotContain === undefined) return;
  lint(each, folder, '--fix');
  const text = readFileSync(path.join(folder, each.entry), 'utf8');
  if (text.includes(each.fixMustNotContain)) yield `--fix writes "${each.fixMustNotContain}"`;
}

/** Runs the command line on the entry; answers its standard output. */
function lint({ entry, target, args = [] }: JudgementCase, cwd: string, ...more: readonly string[]): string {
  let out = '';
  const host: Host = {
    cwd,
    env: {},
    isTerminal: false,
    width: 80,
    readStream: () => ({ status: 'found', text: '' }),
    write: (text) => {
      out += text;
    },
    writeError: () => undefined,
    writeStream: () => undefined,
    replaceFile,
  };
  run([...more, ...(target ? ['--target', target] : []), ...args, entry], host);
  return out;
}

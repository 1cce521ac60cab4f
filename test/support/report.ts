import type { FileReport, Report } from '../../server/src/cli/report.js';
import { configurationShown } from '../../server/src/core/config/showing/lines-shown.js';
import type { LintResult } from '../../server/src/core/service.js';

/** What the command line would report of one file, under its own path or another. */
export function reportOf(result: LintResult, path = result.config.root.path): Report & { readonly file: FileReport } {
  const { config, deployment, verdict, findings } = result;
  const file: FileReport = {
    path,
    source: config.root,
    as: config.dialect,
    pathInProject: path,
    isReadAgainstName: false,
    target: deployment.target,
    disagreeing: [],
    shown: configurationShown(config.root.file, config),
    starts: verdict.starts,
    undecided: [],
    unread: [],
    takenFor: [],
    findings: findings.filter(({ at }) => at.source === config.root.path),
  };
  return { file, files: [file], failures: [], fixed: { fixes: 0, files: 0 } };
}

import { createService, type Service } from '../core/service.js';
import { printable } from '../core/text/printable.js';
import { type Arguments, parseArguments } from './args.js';
import { explain, listRules, rulesAsJson } from './describe-rules.js';
import type { ExitCode, Host } from './host.js';
import { runEffective } from './run-effective.js';
import { runLint } from './run-lint.js';
import { runTest } from './run-test.js';
import { paintFor } from './terminal.js';
import { TOOL } from './tool.js';
import { usage } from './usage.js';
import { UsageError } from './usage-error.js';

/** Runs the command line tool. Never throws for what users do wrong. */
export function run(argv: readonly string[], host: Host): ExitCode {
  const service = createService();
  const ruleIds = service.rules.map(({ id }) => id);
  try {
    return runCommand(service, parseArguments(argv, ruleIds), host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.writeError(`${TOOL.name}: ${printable(error.message)}\nTry "${TOOL.name} --help".\n`);
    return 2;
  }
}

function runCommand(service: Service, args: Arguments, host: Host): ExitCode {
  const paint = paintFor(args, host);
  switch (args.command) {
    case 'lint':
      return runLint(service, args, host);
    case 'test':
      return runTest(service, args, host);
    case 'effective':
      return runEffective(service, args, host);
    case 'version':
      host.write(`${TOOL.version}\n`);
      return 0;
    case 'help':
      host.write(usage(host.width));
      return 0;
    case 'list-rules':
      host.write(args.format === 'json' ? rulesAsJson(service.rules) : listRules(service.rules, paint, host.width));
      return 0;
    case 'explain':
      host.write(explain(args.explained ?? '', paint));
      return 0;
  }
}

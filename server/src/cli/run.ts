import { createService, type Service } from '../core/service.js';
import { type Arguments, parseArguments } from './args.js';
import type { ExitCode, Host } from './host.js';
import { runLint } from './run-lint.js';
import { paintFor } from './terminal.js';
import { TOOL } from './tool.js';
import { UsageError } from './usage-error.js';

/** Runs the command line tool. Never throws for what users do wrong. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  const service = createService();
  const ruleIds = service.rules.map(({ id }) => id);
  try {
    return await runCommand(service, parseArguments(argv, ruleIds), host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.writeError(`${TOOL.name}: ${error.message}\nTry "${TOOL.name} --help".\n`);
    return 2;
  }
}

async function runCommand(service: Service, args: Arguments, host: Host): Promise<ExitCode> {
  const paint = paintFor(args, host);
  switch (args.command) {
    case 'lint':
      return runLint(service, args, host);
    case 'effective':
      return (await import('./run-effective.js')).runEffective(service, args, host);
    case 'version':
      host.write(`${TOOL.version}\n`);
      return 0;
    case 'help':
      host.write((await import('./usage.js')).usage(host.width));
      return 0;
    case 'list-rules': {
      const { listRules, rulesAsJson } = await import('./describe-rules.js');
      host.write(args.format === 'json' ? rulesAsJson(service.rules) : listRules(service.rules, paint, host.width));
      return 0;
    }
    case 'explain':
      host.write((await import('./describe-rules.js')).explain(args.explained ?? '', paint));
      return 0;
  }
}

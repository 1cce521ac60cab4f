import { loopbackAddresses } from './building-blocks/bind-fixes.js';
import { replaceArguments } from './building-blocks/edits.js';
import { insertDirective } from './building-blocks/insert-directive.js';
import type { Fix, Problem, Rule, RuleInput, SourceEdit } from './rule.js';

export const netNoListener: Rule = {
  id: 'net-no-listener',
  summary: 'nothing to listen on: the server refuses to start',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['no-listener'],
  reads: ['no-listener', 'port', 'bind'],
  check: checkNoListener,
};

function* checkNoListener(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('no-listener')) {
    yield {
      at: cause.at,
      message:
        'Neither a port nor a Unix socket is left to listen on: the server exits. Set "port", "tls-port" or "unixsocket".',
      cause,
      fixes: () => listenOnLoopback(input),
    };
  }
}

function listenOnLoopback(input: RuleInput): readonly Fix[] {
  const { config } = input;
  const port = config.setting('port')?.from;
  const bind = config.setting('bind')?.from;
  const addresses = loopbackAddresses(input);
  const isBound = (bind?.args ?? []).some(({ value }) => value !== '');
  const edits: SourceEdit[] = [];
  if (port && port.args[0]?.value === '0') edits.push(replaceArguments(port, '6379'));
  if (bind && !isBound) edits.push(replaceArguments(bind, addresses));
  if (!bind) edits.push(insertDirective(config, 'bind', `bind ${addresses}`));
  return [
    {
      title: 'Listen on port 6379, on this machine only',
      effect: 'access',
      consequence: 'Every process of this machine may then connect, without a password unless one is set.',
      edits,
    },
  ];
}

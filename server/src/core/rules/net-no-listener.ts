import { loopbackAddresses } from './building-blocks/bind-fixes.js';
import { replaceArguments } from './building-blocks/edits.js';
import { insertDirective } from './building-blocks/insert-directive.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix, RuleInput, SourceEdit } from './rule.js';

export const netNoListener = refusalRule({
  id: 'net-no-listener',
  summary: 'nothing to listen on: the server refuses to start',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['no-listener'],
  message:
    'There is neither a port nor a Unix socket to listen on: the server exits. Set "port", "tls-port" or "unixsocket".',
  fixes: (_, input) => listenOnLoopback(input),
  also: ['port', 'bind'],
});

function listenOnLoopback(input: RuleInput): readonly Fix[] {
  const { config } = input;
  const port = config.inForce('port')?.from;
  const bind = config.inForce('bind')?.from;
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

import { classifyAddress } from '../config/meaning/address-reach.js';
import { has } from '../directives/capabilities.js';
import type { Target } from '../directives/target.js';
import { appendLines } from './building-blocks/edits.js';
import { writesSince } from './building-blocks/guessed-target.js';
import { sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';
import { GENERATED_SECRET } from './rule.js';

export const sentinelNoAuth: Rule = {
  id: 'sentinel-no-auth',
  summary: 'anybody who reaches Sentinel can fail over, reconfigure and read passwords',
  category: 'sentinel',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  isMilderInContainer: true,
  reads: ['sentinel', 'bind', 'protected-mode', 'exposure', 'start'],
  check: checkSentinelNoAuth,
};

/** Protected mode is off in Sentinel unless a line says otherwise, so that a password is all there is. */
function* checkSentinelNoAuth(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const { auth, listen, origin } = config.exposure;
  if (auth !== 'open' || origin !== 'file' || listen === 'none') return;
  yield {
    at: config.start,
    message: `${stateOf(config)}. ${remedyOn(config.target)}`,
    severity: severityOf(config),
    fixes: () =>
      has(config.target, 'sentinel-pass')
        ? [
            writesSince(input, '6.2', '"sentinel-pass"', {
              title: 'Set a generated password: clients and peers must send it',
              effect: 'access',
              consequence: 'Clients and the other Sentinels that do not send it are refused.',
              edits: [
                appendLines(config, `requirepass ${GENERATED_SECRET}`, `sentinel sentinel-pass ${GENERATED_SECRET}`),
              ],
            }),
          ]
        : [],
  };
}

/** Protected mode refuses every other machine then, those of Sentinels and clients too (measured on 7.0.15). */
const stateOf = ({ exposure: { protectedMode, listen } }: RuleInput['config']): string =>
  protectedMode.isEffective && listen !== 'loopback'
    ? 'Without a password "protected-mode yes" refuses other Sentinels'
    : 'Sentinel has no password: anybody can redirect every client';

function remedyOn(target: Target): string {
  if (has(target, 'sentinel-pass')) return 'Set "requirepass" and "sentinel sentinel-pass".';
  if (has(target, 'sentinel-auth')) return 'Set "requirepass".';
  return 'This version takes none: close its port to others.';
}

/** What a Sentinel on every interface can do hangs on what it watches; the sample that packages install serves nobody. */
function severityOf(config: RuleInput['config']): Severity {
  if (config.exposure.listen === 'loopback' || isPackagedSample(config)) return 'information';
  const watched = sentinelLines(config, 'monitor').map(({ args }) => classifyAddress(args[1] ?? ''));
  if (watched.every((reach) => reach === 'loopback')) return 'warning';
  return config.inForce('bind')?.from && config.exposure.listen === 'public' && config.exposure.isReachable
    ? 'error'
    : 'warning';
}

const SAMPLE_MASTER = 'mymaster 127.0.0.1 6379 2';

/** Nobody has told it anything yet, nor started it: it watches the master of the sample, and no line says where it listens. */
function isPackagedSample(config: RuleInput['config']): boolean {
  const masters = sentinelLines(config, 'monitor').map(({ args }) => args.join(' '));
  const hasRun = sentinelLines(config, 'myid').length > 0;
  return !hasRun && !config.inForce('bind')?.from && masters.length === 1 && masters[0] === SAMPLE_MASTER;
}

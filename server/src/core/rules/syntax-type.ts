import type { DirectiveName } from '../directives/catalog.js';
import { quoteValue } from './building-blocks/quote.js';
import { refusal } from './building-blocks/unknown-parts.js';
import { valueFixes } from './building-blocks/value-fixes.js';
import { refusalRule } from './refusal-rule.js';

export const syntaxType = refusalRule({
  id: 'syntax-type',
  summary: 'a value that is not yes or no, or not a whole number, where one is needed',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['not-boolean', 'not-integer'],
  message: (cause, { config }) => {
    const { code, directive, value } = cause;
    const [fact, remedy] =
      code === 'not-boolean'
        ? ['neither "yes" nor "no"', 'Write one of the two.']
        : ['not a whole number', 'Write plain digits, without unit or leading zero.'];
    return refusal(cause, config, `${quoteValue(value)} is ${fact}, which "${directive}" needs.`, remedy);
  },
  fixes: ({ code, directive, value, at }, input) =>
    valueFixes(input, directive, at, code === 'not-boolean' ? booleansFor(value) : integersFor(directive, value)),
});

const YES: ReadonlySet<string> = new Set(['true', 'on', '1', 'y', 'enable', 'enabled', 't', 'ye', 'yeah']);

const NO: ReadonlySet<string> = new Set(['false', 'off', '0', 'n', 'disable', 'disabled', 'f', 'none', 'not']);

function booleansFor(value: string): readonly string[] {
  const word = value
    .toLowerCase()
    .replace(/["'`.,;]/g, '')
    .trim();
  if (YES.has(word) || word === 'yes') return ['yes'];
  return NO.has(word) || word === 'no' ? ['no'] : ['yes', 'no'];
}

/** What a directive's plain number counts; a number with a unit can only be translated where that is known. */
const SECONDS: ReadonlySet<string> = new Set<DirectiveName>([
  ...(['min-replicas-max-lag', 'repl-backlog-ttl', 'repl-diskless-sync-delay', 'repl-ping-replica-period'] as const),
  ...(['repl-timeout', 'shutdown-timeout', 'tcp-keepalive', 'timeout', 'tls-session-cache-timeout'] as const),
]);

const MILLISECONDS: ReadonlySet<string> = new Set<DirectiveName>([
  ...(['busy-reply-threshold', 'cluster-node-timeout', 'latency-monitor-threshold', 'watchdog-period'] as const),
]);

/** The number that was probably meant: without sign, leading zeros, separators of thousands or a unit of time. */
function integersFor(directive: DirectiveName, value: string): readonly string[] {
  const match = /^\+?(-?)(\d[\d_,']*)\s*(?:(s|sec|secs|seconds)|(ms))?$/i.exec(value.replace(/["`]/g, ''));
  if (!match) return [];
  const [, sign = '', digits = '', isSeconds, isMilliseconds] = match;
  const number = digits.replace(/^0+(?=\d)/, '').replace(/[_,']/g, '');
  if (isSeconds && MILLISECONDS.has(directive)) return [`${sign}${number}000`];
  const isTranslated = (!isSeconds || SECONDS.has(directive)) && (!isMilliseconds || MILLISECONDS.has(directive));
  return isTranslated ? [`${sign}${number}`] : [];
}

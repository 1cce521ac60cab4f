import { isIPv4Address, isIPv6Address } from './addresses.js';
import { cString } from './c-numbers.js';
import type { DirectiveName } from './catalog.js';
import { checkProcTitle } from './proc-title.js';
import { isAtLeast, isRedisOrForkAtLeast, type Target } from './target.js';
import type { OwnProblem } from './value-problem.js';

/** Why the target refuses the text of a string directive; undefined when it takes it, as it does most of them. */
export function checkString(name: DirectiveName, value: string, target: Target): OwnProblem | undefined {
  const text = cString(value);
  switch (name) {
    case 'dbfilename':
      return baseName(text, isAtLeast(target, { valkey: '8.0' }));
    case 'appendfilename':
      return baseName(text, isRedisOrForkAtLeast(target, '7.0'));
    case 'appenddirname':
      return baseName(text, true);
    case 'cluster-config-file':
      return text === '' && isAtLeast(target, { valkey: '8.0' }) ? EMPTY : undefined;
    case 'cluster-announce-hostname':
      return hostName(text);
    case 'cluster-announce-human-nodename':
      return nodeName(text, target);
    case 'cluster-announce-ip':
      return text === '' || !isAtLeast(target, { redis: '8.6' }) || isIPv4Address(text) || isIPv6Address(text)
        ? undefined
        : invalid('is not an IP address');
    case 'cluster-announce-client-ipv4':
      return text === '' || isIPv4Address(text) ? undefined : invalid('is not an IPv4 address');
    case 'cluster-announce-client-ipv6':
      return text === '' || isIPv6Address(text) ? undefined : invalid('is not an IPv6 address');
    case 'proc-title-template':
      return checkProcTitle(text);
    default:
      return undefined;
  }
}

const invalid = (reason: string): OwnProblem => ({ code: 'invalid-value', reason });
const EMPTY = invalid('is empty');

function baseName(text: string, refusesEmpty: boolean): OwnProblem | undefined {
  if (text === '' && refusesEmpty) return EMPTY;
  return /[/\\]/.test(text) ? { code: 'path-in-file-name' } : undefined;
}

function hostName(text: string): OwnProblem | undefined {
  if (text.length >= 256) return invalid('is longer than 255 characters');
  return /[^A-Za-z0-9.-]/.test(text) ? invalid('has a character other than letters, digits, "-" and "."') : undefined;
}

/** Characters that mean something in the cluster's nodes file. Redis 8.6 and Valkey 9.1 know more of them. */
function nodeName(text: string, target: Target): OwnProblem | undefined {
  const forbidden = isAtLeast(target, { redis: '8.6', valkey: '9.1' })
    ? /[!#$%&()*+,:;<=>?@[\]^{|}~\s]/
    : /[!#$%&()*+:;<>?@[\]^{|}~]/;
  return forbidden.test(text) ? invalid('has a character with a meaning of its own in the nodes file') : undefined;
}

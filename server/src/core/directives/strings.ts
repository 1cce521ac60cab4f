import { isIPv4Address, isIPv6Address } from './addresses.js';
import { cString } from './c-numbers.js';
import { has } from './capabilities.js';
import type { DirectiveName } from './catalog.js';
import { checkProcTitle } from './proc-title.js';
import { isAmong, type Target } from './target.js';
import type { OwnProblem } from './value-problem.js';

/** Why the target refuses the text of a string directive; undefined when it takes it, as it does most of them. */
export function checkString(name: DirectiveName, value: string, target: Target): OwnProblem | undefined {
  const text = cString(value);
  switch (name) {
    case 'dbfilename':
      return baseName(text, has(target, 'dbfilename-needed'));
    case 'appendfilename':
      return baseName(text, has(target, 'appendfilename-needed'));
    case 'appenddirname':
    case 'backupdirname':
      return baseName(text, true);
    case 'cluster-config-file':
      return text === '' && has(target, 'cluster-config-file-needed') ? EMPTY : undefined;
    case 'cluster-announce-hostname':
      return hostName(text);
    case 'cluster-announce-human-nodename':
      return nodeName(value, target);
    case 'cluster-announce-ip':
      return announcedAddress(value, target);
    case 'hash-seed':
      return text.length > LONGEST_SEED ? invalid('is longer than 256 characters') : undefined;
    case 'cluster-announce-client-ipv4':
      return text === '' || isIPv4Address(text) ? undefined : invalid('must be an IPv4 address');
    case 'cluster-announce-client-ipv6':
      return text === '' || isIPv6Address(text) ? undefined : invalid('must be an IPv6 address');
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

const LONGEST_SEED = 256;
/** Room for the text of an IPv6 address (`NET_IP_STR_LEN` without the NUL). */
const LONGEST_ADDRESS = 45;

/** The patches of May 2026. What they refuse too much was taken back by the next patch of Redis 8, and of 8 alone. */
const REDIS_SINCE_MAY = ['7.2.14+', '7.4.9+', '8.2.6+', '8.4.3+', '8.6.3+', '8.8.0+', '8.10.0+', '8.12.0+'] as const;
const REDIS_ADDRESSES_ONLY = ['7.2.14+', '7.4.9+', '8.2.6', '8.4.3', '8.6.3'] as const;
/** The patches of July 2026. */
const VALKEY_SINCE_JULY = ['7.2.14+', '8.0.10+', '8.1.9+', '9.0.5+', '9.1.1+', '9.2.0+'] as const;
/** Of the same days as those that are known to check, and older than the ones of their lines that are. */
const INFERRED = { redis: ['7.2.14', '7.2.15'], valkey: ['8.0.10', '9.0.5', '9.1.1'] } as const;
const CHECKED: ReadonlySet<DirectiveName> = new Set(['cluster-announce-ip', 'cluster-announce-human-nodename']);

/** Whether it is only inferred that a release refuses what a directive says. */
export function isRefusalInferred(name: DirectiveName, target: Target): boolean {
  return CHECKED.has(name) && isAmong(target, INFERRED);
}

/** What Valkey keeps out of all that it writes into the nodes file: everything up to the comma, and more. */
const NOT_IN_NODES_FILE = /[\x00-,;<=>?@[\]^{|}~\\\x7f]/;

function announcedAddress(value: string, target: Target): OwnProblem | undefined {
  const text = cString(value);
  const checksCharacters = isAmong(target, { valkey: VALKEY_SINCE_JULY });
  if (!checksCharacters && !isAmong(target, { redis: REDIS_SINCE_MAY })) return undefined;
  if (text === '' || isIPv4Address(text) || isIPv6Address(text)) return undefined;
  if (isAmong(target, { redis: REDIS_ADDRESSES_ONLY })) return invalid('must be an IP address');
  if (text.length > LONGEST_ADDRESS) return invalid('is longer than 45 characters');
  return checksCharacters ? inNodesFile(value, NOT_IN_NODES_FILE) : hostName(text);
}

/** Before the patches of 2026 blanks, quotes and commas were let through. */
function nodeName(value: string, target: Target): OwnProblem | undefined {
  if (isAmong(target, { valkey: VALKEY_SINCE_JULY })) return inNodesFile(value, NOT_IN_NODES_FILE);
  return isAmong(target, { redis: REDIS_SINCE_MAY })
    ? inNodesFile(value, /[\x00-*+,:;<=>?@[\]^{|}~\\\x7f]/)
    : inNodesFile(value, /[\0!#$%&()*+:;<>?@[\]^{|}~]/);
}

function inNodesFile(value: string, forbidden: RegExp): OwnProblem | undefined {
  return forbidden.test(value) ? invalid('has a character with a meaning of its own in the nodes file') : undefined;
}

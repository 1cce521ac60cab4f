import type { LoadProblemOf } from '../config/load-problem.js';
import { readBindAddress } from '../config/meaning/bind-address.js';
import type { HostFault } from '../directives/addresses.js';
import { textOfBytes } from '../syntax/bytes.js';
import { addressesTitle } from './building-blocks/bind-fixes.js';
import { replaceArguments } from './building-blocks/edits.js';
import { quoteValue, sentence } from './building-blocks/quote.js';
import { startingFix } from './building-blocks/starting-fix.js';
import { READS_OF_STRANGERS } from './building-blocks/strangers.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

export const netBindMalformed = refusalRule({
  id: 'net-bind-malformed',
  summary: 'a word in bind that cannot be an address: the server fails to listen',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['bind-malformed'],
  message: (cause) => sentence(`${subject(cause)} ${FACTS[cause.fault]}: the server exits.`, REMEDIES[cause.fault]),
  fixes: (cause, input) => fixesOf(cause).map((fix) => startingFix(input, fix)),
  also: READS_OF_STRANGERS,
});

type Malformed = LoadProblemOf<'bind-malformed'>;

const subject = ({ address, fault }: Malformed): string =>
  fault === 'empty' && address !== '-' ? 'An empty word' : quoteValue(address);

const FACTS: Readonly<Record<HostFault | 'mapped', string>> = {
  empty: 'is not an address',
  list: 'is one word, not a list of addresses',
  network: 'is a network, not an address of this machine',
  port: 'is not an address, because it has a port',
  brackets: 'is not an address, because brackets belong to URLs',
  url: 'is a URL, not an address',
  'no-address': 'is neither an address nor a host name',
  mapped: 'is IPv4 written as IPv6, which cannot be listened on',
};

const REMEDIES: Readonly<Record<HostFault | 'mapped', string>> = {
  empty: 'Write an address of this machine.',
  list: 'Separate addresses with spaces.',
  network: 'Write an address; a firewall decides who may connect.',
  port: 'Write the port in "port".',
  brackets: 'Write the address without brackets.',
  url: 'Write the address alone.',
  'no-address': 'Write an address of this machine.',
  mapped: 'Write the IPv4 address.',
};

/** The whole list is written anew, for its words may stand in quotes together. */
function fixesOf({ occurrence }: Malformed): readonly Fix[] {
  const words = occurrence?.args.map(({ raw, value }) => meantBy(textOfBytes(value)) ?? raw) ?? [];
  const meant = words.join(' ');
  if (!occurrence || words.every((word, index) => word === occurrence.args[index]?.raw)) return [];
  const edits = [replaceArguments(occurrence, meant)];
  return [{ title: addressesTitle(meant), effect: 'safe', isPreferred: true, edits }];
}

/** The address that a malformed word was plainly meant to be. */
function meantBy(word: string): string | undefined {
  const read = readBindAddress(word);
  const meant = read.kind === 'malformed' ? MEANT[read.fault]?.(word) : undefined;
  const isSound = meant?.split(' ').every((part) => readBindAddress(part).kind !== 'malformed');
  return isSound ? meant : undefined;
}

/** What somebody meant, as far as it can be told. `10.0.0.0/8` names no machine, `10.0.0.5/24` does. */
const MEANT: Readonly<Partial<Record<HostFault | 'mapped', (word: string) => string | undefined>>> = {
  list: (word) => word.split(/[,;]+/).filter(Boolean).join(' '),
  network: (word) => (/(?:^|[.:])0*\/\d+$/.test(word) ? undefined : word.slice(0, word.indexOf('/'))),
  port: (word) => word.slice(0, word.lastIndexOf(':')),
  brackets: (word) => word.slice(word.indexOf('[') + 1, word.indexOf(']')),
  mapped: (word) => (word.includes('.') ? word.slice(word.lastIndexOf(':') + 1) : undefined),
};

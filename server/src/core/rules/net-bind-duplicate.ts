import type { LoadProblemOf } from '../config/load-problem.js';
import { clashOf, readBindAddress } from '../config/meaning/bind-address.js';
import type { Occurrence } from '../config/occurrence.js';
import { textOfBytes } from '../syntax/bytes.js';
import { addressesTitle } from './building-blocks/bind-fixes.js';
import { replaceArguments } from './building-blocks/edits.js';
import { quote, sentence } from './building-blocks/quote.js';
import { startingFix } from './building-blocks/starting-fix.js';
import { READS_OF_STRANGERS } from './building-blocks/strangers.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

export const netBindDuplicate = refusalRule({
  id: 'net-bind-duplicate',
  summary: 'an address twice in bind, or one that another covers: the server fails to listen',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['bind-duplicate'],
  message: (cause) =>
    sentence(`${clashIn(cause)}: the server fails to listen the second time and exits.`, 'Remove one of them.'),
  fixes: ({ occurrence }, input) => (occurrence ? [startingFix(input, withoutClashes(occurrence))] : []),
  also: READS_OF_STRANGERS,
});

function clashIn({ address, other, clash }: LoadProblemOf<'bind-duplicate'>): string {
  if (clash === 'covered') return `${quote(other)} and ${quote(address)} overlap`;
  return address === other
    ? `${quote(address)} is listed twice`
    : `${quote(other)} and ${quote(address)} are the same address`;
}

/** Keeps the first of equal addresses, and of two where one covers the other the narrower one. */
function withoutClashes(bind: Occurrence): Fix {
  const words = bind.args.map(({ value, raw }) => ({ raw, read: readBindAddress(textOfBytes(value)) }));
  const kept = words.filter(({ read }, index) => {
    const isCovering = words.some((other) => read.kind === 'any' && clashOf(read, other.read) === 'covered');
    const isRepeated = words.slice(0, index).some((other) => clashOf(read, other.read) === 'same');
    return !isCovering && !isRepeated;
  });
  const meant = kept.map(({ raw }) => raw).join(' ');
  const edits = [replaceArguments(bind, meant)];
  return { title: addressesTitle(meant), effect: 'safe', isPreferred: true, edits };
}

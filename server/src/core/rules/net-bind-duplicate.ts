import type { Occurrence } from '../config/resolved-configuration.js';
import { replaceArguments } from './building-blocks/edits.js';
import { type Fix, loadProblems, type Problem, type Rule, type RuleInput } from './rule.js';

export const netBindDuplicate: Rule = {
  id: 'net-bind-duplicate',
  summary: 'an address twice in bind: the server fails to listen',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['bind-duplicate'],
  check: checkBindDuplicate,
};

function* checkBindDuplicate(input: RuleInput): Iterable<Problem> {
  for (const cause of loadProblems(input, 'bind-duplicate')) {
    yield {
      at: cause.at,
      message: `"${cause.address}" stands here twice, and the second attempt to listen on it fails. Remove one of them.`,
      cause,
      fixes: cause.occurrence ? [withoutRepetition(cause.occurrence)] : [],
    };
  }
}

/** Keeps the first of equal addresses; `-::1` equals `::1`. */
function withoutRepetition(bind: Occurrence): Fix {
  const kept = new Map<string, string>();
  for (const { value, raw } of bind.args) {
    const address = value.replace(/^-/, '');
    if (!kept.has(address)) kept.set(address, raw);
  }
  const edits = [replaceArguments(bind, [...kept.values()].join(' '))];
  return { title: 'Remove the repeated addresses', effect: 'safe', isPreferred: true, edits };
}

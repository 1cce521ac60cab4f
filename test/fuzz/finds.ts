import { CANARY } from '../secrets/placements.js';
import type { Circumstances, RandomEdit, Trial } from './fuzz-input.js';

/** What a text did to the engine once. */
export interface FormerFind {
  readonly what: string;
  readonly trial: Trial;
}

type Given = Pick<Trial['input'], 'text'> &
  Partial<Trial['input']> &
  Partial<Pick<Trial, 'edits'>> &
  Partial<Circumstances>;

function formerFind(
  what: string,
  { text, path = '/etc/redis/redis.conf', files = {}, edits = [], ...how }: Given,
): FormerFind {
  const circumstances = { encoding: 'utf-8', dialect: undefined, target: undefined, world: 'files', ...how } as const;
  const places = Array.from({ length: Math.min(text.length + 1, 100) }, (_, place) => place);
  return { what, trial: { input: { path, text, files }, circumstances, edits, places, isFixed: true } };
}

const typed = (at: number, newText: string, removed = 0, isUndone = false): RandomEdit => ({
  at,
  newText,
  removed,
  isUndone,
});

export const FORMER_FINDS: readonly FormerFind[] = [
  formerFind('the verdict named a file that was not read by the password in its path', {
    text: `dir /data\ninclude redis://:${CANARY}@db/0\n`,
  }),
  formerFind('the verdict named a file that was not read by the password in its last part', {
    text: `dir /data\ninclude redis://:${CANARY}@db\n`,
  }),
  formerFind('a password beside a malformed address was told as the name of a host, where nothing listens', {
    text: `aclfile users.acl\nbind ::ffff:10.0.0.5 ${CANARY}\nport 0\n`,
  }),
  formerFind('a span went past the end of a line that a NUL joins to the next one', {
    text: "user doing). \0 @PASS@ '\nuser thread (() # \\ |",
  }),
  formerFind('a NUL once typed stayed in the reading', {
    text: '{% /\nuser f off\n',
    edits: [typed(16, '\0', 0, true), typed(16, '\0'), typed(16, '', 1)],
  }),
  formerFind('the guess of a target hung on the text before the edit', {
    text: 'rdma-bind 0.0.0.0\n',
    edits: [typed(17, ' "a"b')],
  }),
  formerFind('an alias rename and the move of a comment edited one place', { text: 'slave-read-only yes # note\n' }),
  formerFind('a word of a Sentinel among lines of a server was shown', {
    path: '/etc/redis/redis-sentinel.conf',
    text: `aclfile users.acl\nsentinel monitor main 10.0.0.1 6379 2\nsentinel ${CANARY} main\nzset-max-ziplist-entries 1\nactive-defrag-cycle-max 99\nrepl-backlog-size 64mb\n`,
  }),
  formerFind('a fix edited the lines of a file twice that is included twice', {
    text: 'include a.conf\ninclude a.conf\n',
    files: { '/etc/redis/a.conf': 'user app on >s +get\naclfile users.acl\n', '/etc/redis/users.acl': '' },
  }),
];

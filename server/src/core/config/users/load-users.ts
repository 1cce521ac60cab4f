import type { AclLanguage, AclRuleError, UserStart } from '../../acl/effective-user.js';
import { type AclFileLine, readAclFileLine } from '../../acl/file-line.js';
import { hasWhiteSpace } from '../../acl/rule-syntax.js';
import { has } from '../../directives/capabilities.js';
import type { TextEncoding } from '../../syntax/bytes.js';
import type { Word } from '../../syntax/word.js';
import type { Remember } from '../../text/remember.js';
import type { LoadProblem, LoadProblemDetail } from '../load-problem.js';
import type { ConfigSource, FileLine, Location, Occurrence } from '../occurrence.js';
import { joinedLines, nulBytes, within } from '../reading/logical-lines.js';
import { hasPlaceholder } from '../reading/placeholders.js';
import { isFoundAtStartup, problemOfRule } from './acl-problem.js';
import { type AclUser, type LoadedUser, loadedUser } from './users.js';

/** Users as the lines about them declare them. */
export interface LoadedUsers {
  /** In the order of the files; of two lines for one name the one that counts. */
  readonly users: readonly LoadedUser[];
  readonly problems: readonly LoadProblem[];
}

const NONE: readonly LoadProblem[] = [];

/** Reads `user` lines while the configuration is read, as the server does: syntax at once, names of commands later. */
export interface UserLineReader {
  /** What the server says at this line. `allChannels`: `acl-pubsub-default` as known so far. */
  readonly read: (occurrence: Occurrence, allChannels: boolean) => readonly LoadProblem[];
  /** What it says at the end, with `acl-pubsub-default` in force. */
  readonly finish: (allChannels: boolean) => LoadedUsers;
}

/** Users of `user` lines. Redis 6.2 and before take the later of two lines, later servers refuse it. */
export function createUserLineReader(language: AclLanguage, remember: Remember): UserLineReader {
  const lines: { readonly occurrence: Occurrence; readonly isRefused: boolean; readonly allChannels: boolean }[] = [];
  const firsts = new Map<string, Location>();
  const refusesDuplicates = has(language.target, 'acl-users-unique');

  const read: UserLineReader['read'] = (occurrence, allChannels) => {
    const user = userOf(occurrence, { language, remember, allChannels });
    if (!user) return [];
    const first = firsts.get(user.name);
    const isRefused = first !== undefined && refusesDuplicates && !user.isTemplated;
    lines.push({ occurrence, isRefused, allChannels });
    if (isRefused) return [problem({ code: 'acl-duplicate-user', name: user.name, first }, user.at, 'config')];
    firsts.set(user.name, user.at);
    if (user.isTemplated) return [];
    return foundAtOnce(user.errors(), occurrence);
  };

  const finish: UserLineReader['finish'] = (allChannels) => {
    const byName = new Map<string, LoadedUser>();
    const problems: LoadProblem[] = [];
    for (const { occurrence, isRefused, allChannels: before } of lines) {
      const name = occurrence.args[0]?.value ?? '';
      const user = userOf(occurrence, {
        language,
        remember,
        allChannels,
        isReset: name === 'default' || byName.has(name),
      });
      if (!user || isRefused) continue;
      byName.set(user.name, user);
      if (user.isTemplated) continue;
      if (hasWhiteSpace(user.name)) problems.push(whiteSpaceIn(user));
      const { source, line } = occurrence;
      const isLate = (error: AclRuleError) =>
        isFoundAtStartup(error) || (before !== allChannels && error.reason === 'pattern-after-all-channels');
      const late = user.errors().filter(isLate);
      for (const error of late) problems.push(problemOfRule(error, { source, line, stage: 'startup' }));
    }
    return { users: [...byName.values()], problems };
  };
  return { read, finish };
}

function foundAtOnce(errors: readonly AclRuleError[], occurrence: Occurrence): readonly LoadProblem[] {
  if (errors.length === 0) return NONE;
  const { source, line } = occurrence;
  return errors
    .filter((error) => !isFoundAtStartup(error))
    .map((error) => ({ ...problemOfRule(error, { source, line, stage: 'config' }), occurrence }));
}

function userOf(
  { source, line, args, isTemplated }: Occurrence,
  { language, remember, ...start }: UserStart & Pick<UserContext, 'language' | 'remember'>,
): LoadedUser | undefined {
  const [name, ...rules] = args;
  if (!name) return undefined;
  return loadedUser({ source, line, name, rules, describedBy: 'user-line', isTemplated }, language, start, remember);
}

/** The server reads at most so many bytes of an ACL file at a time; a NUL hides what follows it in its piece. */
const PIECE = 1023;

const ROLE_LINE = /^[ \t\r]*role /;

/** How users are read. `allChannels`: as `acl-pubsub-default` says. */
interface UserContext {
  readonly language: AclLanguage;
  readonly allChannels: boolean;
  readonly remember: Remember;
}

interface LineText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

const readWholeLine = ({ text, encoding }: LineText) => ({
  read: readAclFileLine(text, encoding),
  isTemplated: hasPlaceholder(text),
});

/** What an ACL file declares. */
export interface LoadedAclFile extends LoadedUsers {
  /** It has lines that are no `user` lines: whom they were to declare is unknown. */
  readonly hasBrokenLines: boolean;
}

/** The users of an ACL file, which is read when the server starts; one error in it and the server refuses to. */
export function loadAclFile(aclFile: ConfigSource, { language, allChannels, remember }: UserContext): LoadedAclFile {
  const byName = new Map<string, LoadedUser>();
  const problems: LoadProblem[] = [...nulBytes(aclFile)];
  const refusesDuplicates = has(language.target, 'acl-users-unique');
  let hasRoles = false;
  for (const { source, line, text, length, file } of joinedLines([aclFile], PIECE)) {
    const own = file.lines.at(line);
    const whole: LineText = { text, encoding: file.encoding };
    const { read, isTemplated } =
      own?.text === text ? remember(readWholeLine, own, whole) : readJoinedLine(whole, length);
    const at: FileLine = { source, line };
    if (read.kind !== 'user') {
      const isRole = read.kind === 'other' && language.dialect.hasRoles && ROLE_LINE.test(text);
      hasRoles ||= isRole;
      if (!isRole) problems.push(...problemsOfOtherLine(read, at, isTemplated, language));
      continue;
    }
    const { name, rules } = read;
    const first = byName.get(name.value);
    const start = { allChannels, isReset: !refusesDuplicates && (name.value === 'default' || first !== undefined) };
    const user = loadedUser({ ...at, name, rules, describedBy: 'aclfile', isTemplated }, language, start, remember);
    const refused = isTemplated ? undefined : refusedUser(user, refusesDuplicates ? first : undefined);
    if (refused) problems.push(refused);
    else byName.set(user.name, user);
    if (!refused && !isTemplated) problems.push(...problemsOfRules(user, rules, at));
  }
  const hasBrokenLines = problems.some((each) => each.code === 'acl-syntax' && each.reason === 'not-a-user-line');
  const users = [...byName.values()].map((user) => (hasRoles ? user.besideRoles() : user));
  return { users, problems: crashesFirst(problems), hasBrokenLines };
}

/** A comment, or what describes no user. */
function problemsOfOtherLine(
  read: Exclude<AclFileLine, { kind: 'user' }>,
  line: FileLine,
  isTemplated: boolean,
  { target }: AclLanguage,
): readonly LoadProblem[] {
  if (read.kind === 'blank') return [];
  const at: Location = { ...line, at: { start: read.start, end: read.end } };
  if (read.kind === 'comment') {
    return [{ ...problem({ code: 'acl-comment' }, at, 'startup'), isFatal: !has(target, 'acl-file-comments') }];
  }
  return isTemplated ? [] : [problem({ code: 'acl-syntax', reason: 'not-a-user-line' }, at, 'startup')];
}

/** `first`: a user of that name whom an earlier line defines, where that is refused. */
function refusedUser({ name, at }: AclUser, first: AclUser | undefined): LoadProblem | undefined {
  if (hasWhiteSpace(name)) return whiteSpaceIn({ at });
  return first && problem({ code: 'acl-duplicate-user', name, first: first.at }, at, 'startup');
}

function whiteSpaceIn({ at }: Pick<AclUser, 'at'>): LoadProblem {
  return problem({ code: 'acl-syntax', reason: 'white-space-in-name' }, at, 'startup');
}

/**
 * A selector that never ends kills the server on the spot, before it says a word about other lines, unless it is the
 * user's first rule.
 */
function problemsOfRules(user: LoadedUser, rules: readonly Word[], { source, line }: FileLine): readonly LoadProblem[] {
  const errors = user.errors();
  if (errors.length === 0) return NONE;
  const stageOf = ({ reason, rule }: AclRuleError) =>
    reason === 'unmatched-parenthesis' && rule.word.start !== rules[0]?.start ? 'crash' : 'startup';
  return errors.map((error) => problemOfRule(error, { source, line, stage: stageOf(error) }));
}

function readJoinedLine(line: LineText, length: number) {
  const { read, isTemplated } = readWholeLine(line);
  return { read: keptWithin(read, length), isTemplated };
}

/** Hidden text joins lines: the spans of all of them are kept within the first. */
function keptWithin(read: AclFileLine, length: number): AclFileLine {
  if (read.kind === 'blank') return read;
  if (read.kind !== 'user') return { ...read, ...within(read, length) };
  const word = (word: Word): Word => ({ ...word, ...within(word, length) });
  return (read.rules.at(-1) ?? read.name).end <= length
    ? read
    : { ...read, name: word(read.name), rules: read.rules.map(word) };
}

function crashesFirst(problems: readonly LoadProblem[]): readonly LoadProblem[] {
  const crashes = problems.filter(({ stage }) => stage === 'crash');
  return crashes.length === 0 ? problems : [...crashes, ...problems.filter(({ stage }) => stage !== 'crash')];
}

function problem(detail: LoadProblemDetail, at: Location, stage: 'config' | 'startup'): LoadProblem {
  return { ...detail, at, stage, isFatal: true };
}

import type { LoadProblem, LoadProblemCode } from '../config/load-problem.js';
import type { Dialect, Location, SourceId } from '../config/occurrence.js';
import type { SuppressionComment } from '../config/reading/suppression-comments.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Certainty, Told } from '../config/told.js';
import type { AclUser } from '../config/users/users.js';
import type { DirectiveName } from '../directives/catalog.js';
import type { Target } from '../directives/target.js';
import type { LineEdit } from '../text/line-edit.js';
import type { Remember } from '../text/remember.js';

/**
 * - error: the server won't start, or it is open to the network or to code execution
 * - warning: a real weakness in a plausible deployment
 * - information: hardening
 * - hint: style, deprecated names
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule is about: a table of docs/rules/README.md. */
export type Category =
  | 'authentication'
  | 'acl'
  | 'network'
  | 'tls'
  | 'commands'
  | 'files'
  | 'persistence'
  | 'resources'
  | 'replication'
  | 'cluster'
  | 'sentinel'
  | 'logging'
  | 'syntax'
  | 'structure'
  | 'versions'
  | 'deployment';

/**
 * What the answer of a rule hangs on:
 * - the name of a directive: its lines and the value in force
 * - the code of a load problem: the problems of that code; `problems`: those of any code
 * - `users`: the users of ACL rules, the default one too; `renames`: the commands that are renamed
 * - `exposure`: who can connect, and what kind of file it is
 * - `start`: where something that is missing is reported; `elsewhere`: whether lines that are not seen may decide
 * - `files`: which files were read and which were not; `lines`: the text of their lines
 * - `comments`: what became of the comments that switch rules off
 * - `deployment`: what is known of where the server runs
 *
 * Target, dialect, role and options are none: where one of them changes, every rule is asked again.
 */
export type Trigger =
  | DirectiveName
  | LoadProblemCode
  | 'problems'
  | 'users'
  | 'renames'
  | 'exposure'
  | 'start'
  | 'elsewhere'
  | 'files'
  | 'lines'
  | 'comments'
  | 'deployment';

/**
 * One thing that can be wrong with a configuration: what tables tell of it. Its id is also the name of its file, its
 * page, its fixtures' folder, its setting and its diagnostic code; it names the dangerous state.
 */
export interface RuleHeader {
  readonly id: string;
  /** One line for tables: what it finds. */
  readonly summary: string;
  readonly category: Category;
  /** The highest severity that it reports with; a problem may be milder. */
  readonly severity: Severity;
  /** CWE ids, addresses of documentation, CVE ids. */
  readonly references: readonly string[];
  /** What it looks at; redis.conf and sentinel.conf where missing. */
  readonly dialects?: readonly Dialect[];
  /** A matter of taste: only in the profile `strict`. */
  readonly isOptIn?: boolean;
  /** One step milder in what looks like a container, and says so: a container shelters from what it is about. */
  readonly isMilderInContainer?: boolean;
  /** It checks how something looks, rather than what the server makes of it: long lines are left to `lint-long-line`. */
  readonly checksLooks?: boolean;
  /** It checks the comments that switch rules off: it runs after all others. */
  readonly checksComments?: boolean;
}

/** A check. Most are made of data: `valueRule`, `refusalRule`, `userRule`. */
export interface Rule extends RuleHeader {
  /** The directives whose values it checks. */
  readonly about?: readonly DirectiveName[];
  /** The problems of the server's own reading that it reports; each code belongs to exactly one rule. */
  readonly loadProblems?: readonly LoadProblemCode[];
  /** While none of these changes, neither does what it says, nor which fixes it offers. */
  readonly reads: readonly Trigger[] | 'everything';
  /** Where there is none of these, no line of a directive and no load problem of a code, it has nothing to say. */
  readonly needs?: readonly (DirectiveName | LoadProblemCode)[];
  /** Of a rule that checks each user by itself, through `checkUser`: all that it reads but that user. */
  readonly userReads?: readonly Trigger[];
  /** Pure; yields nothing for a configuration that is fine. */
  readonly check: (input: RuleInput) => Iterable<Problem>;
}

/** Tells what is wrong with a user; undefined: nothing. */
export type UserCheck = (user: AclUser, input: RuleInput) => Problem | readonly Problem[] | undefined;

/** What a rule is asked about, and what helps it to answer. */
export interface RuleInput {
  readonly config: ResolvedConfiguration;
  /** Which server the configuration is for, and who says so. */
  readonly target: Told<Target>;
  readonly targetCertainty: Certainty;
  /** What the server is said to be used for; undefined: nobody said. */
  readonly role?: Role | undefined;
  /** Spellings that a module or a fork brings: not to be called unknown. */
  readonly knownDirectives?: readonly string[] | undefined;
  /** Tells the hashes of passwords that everybody knows. */
  readonly guessHash: HashGuesser;
  /** For what is slow to work out of a word by itself: passwords are. */
  readonly remember: Remember;
  /** What a rule says of one user, whatever the others are: asked now, or kept from the last time. */
  readonly checkUser: (check: UserCheck, user: AclUser, input: RuleInput) => readonly Problem[];
  /** For rules that check comments: what became of each. Empty for all others. */
  readonly comments: readonly AppliedComment[];
  /** Every id that a comment may name. */
  readonly ruleIds: readonly string[];
}

/** What a SHA-256 after `#` is the hash of; undefined: of nothing that is guessed here. */
export type HashGuesser = (hash: string) => 'published' | 'common' | 'empty' | undefined;

/** A comment that switches rules off, after every other rule has run. */
export interface AppliedComment extends SuppressionComment {
  readonly rules: readonly {
    readonly id: string;
    readonly at: Location;
    /** There is such a rule. */
    readonly isKnown: boolean;
    /** It has kept a finding back. */
    readonly isUsed: boolean;
  }[];
}

/** What a server is used for, so that findings about durability fit. */
export type Role = 'cache' | 'store' | 'queue' | 'replica' | 'sentinel';

/** Every role, as people write them. */
export const ROLES: readonly Role[] = ['cache', 'store', 'queue', 'replica', 'sentinel'];

/** What a rule says about one place. */
export interface Problem {
  readonly at: Location;
  /** The fact, quoting the user's own word; then the remedy, in the imperative. At most 160 characters, no secret. */
  readonly message: string;
  /** Of findings that tell one state of a file, each of a line of it: they are repeats, whatever their words are. */
  readonly state?: string;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** The load problem that this is about: decides whether the finding is fatal. */
  readonly cause?: LoadProblem;
  readonly related?: readonly RelatedPlace[];
  /** Makes what would help, best first. Asked when somebody wants to know: nobody looks at most fixes of a text. */
  readonly fixes?: () => readonly Fix[];
  /** `unnecessary`: the text has no effect; `deprecated`: an old name. */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
}

/** Another place that a problem hangs on, and how. */
export interface RelatedPlace {
  readonly at: Location;
  readonly message: string;
}

/**
 * What a fix changes for those who use the server:
 * - none: nothing; `CONFIG GET *` and `ACL LIST` answer as before
 * - safe: who could do something before can do it after; a file that starts only now is not open to strangers
 * - access, data, speed: for review, as it may change who can do what, what is kept, or how fast the server is
 */
export type Effect = 'none' | 'safe' | 'access' | 'data' | 'speed';

/** The effects that a person has to decide about. */
export type ReviewedEffect = Exclude<Effect, 'none' | 'safe'>;

/** Whether a person has to decide about a fix. */
export const needsReview = (effect: Effect): effect is ReviewedEffect => effect !== 'none' && effect !== 'safe';

/**
 * What a fix changes, and what the person has to know before choosing it: one whole sentence of at most 120 characters,
 * for whatever is for review. Preferred is the one right answer, which an editor applies at once; what needs a decision
 * never is.
 */
export type Impact =
  | { readonly effect: 'none' | 'safe'; readonly consequence?: never; readonly isPreferred?: boolean }
  | { readonly effect: ReviewedEffect; readonly consequence: string; readonly isPreferred?: never };

/** One way to mend a problem. */
export type Fix = Impact & {
  /** In the imperative, as it stands in a menu; at most 60 characters: `Bind to loopback: other machines lose access`. */
  readonly title: string;
  readonly edits: readonly SourceEdit[];
};

/**
 * An edit of one source. What it writes may hold `GENERATED_SECRET` or `GENERATED_SECRET_SHA256`: the host fills them in
 * when the fix is applied, the same secret throughout a fix.
 */
export type SourceEdit = LineEdit & { readonly source: SourceId };

/** Stands for 64 hexadecimal digits from a cryptographic random source. */
export const GENERATED_SECRET = '{generated-secret}';
/** Stands for the SHA-256 of that secret, as ACL rules take it after `#`. */
export const GENERATED_SECRET_SHA256 = '{generated-secret-sha256}';

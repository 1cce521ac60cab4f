import type { AclLanguage } from '../acl/effective-user.js';
import type { Deployment } from './deployment.js';
import type { LoadProblem, LoadProblemCode, LoadProblemOf } from './load-problem.js';
import type { Exposure } from './meaning/exposure.js';
import type { ConfigSource, FileLine, LoadedValues, Location, Occurrence } from './occurrence.js';
import type { FileReference } from './reading/file-references.js';
import type { TakenFor } from './reading/taken-for.js';
import type { Unread } from './unread.js';
import type { DefaultUser } from './users/default-user.js';
import type { AclUser } from './users/users.js';

/** The configuration as the server has it after reading every file, and what it would say on the way. */
export interface ResolvedConfiguration extends LoadedValues {
  /** The server that it is for. */
  readonly deployment: Deployment;
  /** The file that the server is started with. */
  readonly root: ConfigSource;
  /** Every file read, the root first, each once, in the order of first reading. */
  readonly files: readonly ConfigSource[];
  /** In the order in which the server meets them: the first fatal one is what it reports. */
  readonly problems: readonly LoadProblem[];
  /** Those of one code, in the same order. */
  readonly problemsOf: <Code extends LoadProblemCode>(code: Code) => readonly LoadProblemOf<Code>[];
  /** The `sentinel` lines with one statement (lower case), in the order read. */
  readonly statements: (name: string) => readonly Occurrence[];
  /** Of `user` lines or the ACL file, whichever counts; the default user only where a line describes it. */
  readonly users: readonly AclUser[];
  /** What the target makes of ACL rules. */
  readonly aclLanguage: AclLanguage;
  readonly defaultUser: DefaultUser;
  readonly exposure: Exposure;
  /**
   * Where something that is missing is reported: the first directive of the root file, or its first line. A finding about
   * a whole file must stand somewhere, and people read from the top.
   */
  readonly start: Location;
  /**
   * Whether lines that nobody can see here may decide: another file includes this one, a template engine fills it in, or
   * an included file could not be read. What such a configuration leaves out may well be said elsewhere.
   */
  readonly mayBeSaidElsewhere: boolean;
  /** What depends on these is unknown. */
  readonly unread: readonly Unread[];
  /** Every word that names a file, with the paths that it leads to. */
  readonly fileReferences: readonly FileReference[];
  /** Lines that the server may read together with another: an edit of one could change what the other says. */
  readonly joinedLines: readonly FileLine[];
  /** What stands here in the place of files of another machine: probable, and no more. */
  readonly takenFor: readonly TakenFor[];
}

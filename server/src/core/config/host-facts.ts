import type { DocumentKind } from '../project/recognise.js';
import type { LineEdit } from '../text/line-edit.js';
import type { FillIn } from './fill-in.js';
import type { Location } from './occurrence.js';

/**
 * What a document says of one server that it starts, besides the configuration: who can reach it, as whom it runs, what
 * it is given. Every place is one of the document itself. Whoever reads a kind of document makes these; deployments and
 * rules know no other form, whatever the document is.
 */
export interface HostFacts {
  readonly kind: DocumentKind;
  /** As people call it: the key of a service, the name of a container or of a unit. */
  readonly name: string;
  /** That name, or the word that starts the server: where something is reported that nobody wrote. */
  readonly at: Location;
  readonly image?: HostImage | undefined;
  readonly launch: Launch;
  /** Where a port of the server is opened to somebody; none: nobody outside is let in. */
  readonly ports: readonly PublishedPort[];
  /** It has the network of the machine itself: every port is open there. */
  readonly hostNetwork?: Location | undefined;
  readonly environment: readonly EnvironmentVariable[];
  /** A file, or an object of the cluster, that is not seen here adds variables to these. */
  readonly hasFurtherVariables?: boolean | undefined;
  /** Passwords that stand on other command lines than the server's own: `redis-cli -a` in a probe or a script. */
  readonly passwordsOnCommandLines: readonly Location[];
  readonly healthcheck?: Healthcheck | undefined;
  /** What the values of a chart say about passwords: `auth.enabled: false`. */
  readonly authDisabled?: Location | undefined;
  /** The user that it is told to run as; undefined: the image decides. */
  readonly user?: HostUser | undefined;
  readonly unit?: UnitFacts | undefined;
  /** A configuration that stands ready in the container and that its command does not name. */
  readonly unusedConfiguration?: UnusedConfiguration | undefined;
}

/** The image that a server runs in. */
export interface HostImage {
  /** As it is written: `redis:7.2-alpine`. */
  readonly text: string;
  readonly at: Location;
  readonly family: ImageFamily;
}

/** Images by what their entrypoint does: the official ones of Redis and of Valkey, two with variables of their own. */
export type ImageFamily = 'redis' | 'valkey' | 'bitnami' | 'stack' | 'other';

/**
 * How the program comes to run, which decides whether the image's entrypoint still drops root:
 * - image: nothing is said, or options alone; the image's own command runs
 * - program: the command begins with the name of the program
 * - absolute: with its path
 * - shell: a shell is given the command line
 * - entrypoint: the image's entrypoint is replaced
 */
export interface Launch {
  readonly by: 'image' | 'program' | 'absolute' | 'shell' | 'entrypoint';
  /** The words that say so; the name of the server where nothing does. */
  readonly at: Location;
  /** `redis-server`, `valkey-sentinel`, without a path. */
  readonly program: string;
  /** As whom a program before it in the command runs it, such as `gosu`; undefined: none does. */
  readonly user?: string | undefined;
}

/** A way in from outside. */
export interface PublishedPort {
  readonly at: Location;
  /**
   * How it is opened:
   * - port: a port of the machine that leads to the server
   * - node-port, load-balancer: a service of the cluster that leads to it from outside
   */
  readonly by: 'port' | 'node-port' | 'load-balancer';
  /** Whom it lets in; `unknown`: a variable decides. */
  readonly to: 'host' | 'network' | 'unknown';
  /** Of the server; undefined: unknown. */
  readonly port?: number | undefined;
  /** What narrows it to the machine, or to the cluster; undefined: it cannot be written there. */
  readonly narrowed: () => readonly LineEdit[] | undefined;
  /** What takes it away; undefined: it cannot be taken away without more. */
  readonly removed: () => readonly LineEdit[] | undefined;
}

/** A variable that the server, its entrypoint or its shell finds. */
export interface EnvironmentVariable {
  readonly name: string;
  /** Undefined: it comes from elsewhere. */
  readonly value?: string | undefined;
  /** Of the value, or of `NAME=value` where that is one word; of the name where there is no value. */
  readonly at: Location;
  /** It is stored in the image itself: `ENV`, `ARG` with a default. */
  readonly isInImage: boolean;
  /** A command, a file or a probe of this server uses it. */
  readonly isUsed: boolean;
  /** What is put into the value before the server's container gets it. */
  readonly fillIns?: readonly PlacedFillIn[] | undefined;
}

/** What is put into a word of a document. */
export interface PlacedFillIn extends Omit<FillIn, 'line' | 'at'> {
  readonly at: Location;
}

/** The command that tells whether the server lives. */
export interface Healthcheck {
  readonly at: Location;
  /** It asks `redis-cli` without a password, so that the answer `NOAUTH` counts as healthy. */
  readonly isWithoutPassword: boolean;
}

/** As whom a server is told to run. */
export interface HostUser {
  readonly at: Location;
  readonly isRoot: boolean;
}

/** What is particular to a unit of systemd. */
export interface UnitFacts {
  /** The head of `[Service]`. */
  readonly service: Location;
  /** Names of the keys that are set there, as they are written. */
  readonly keys: ReadonlySet<string>;
}

/** A configuration that nothing names. */
export interface UnusedConfiguration {
  /** Where it is mounted or copied. */
  readonly at: Location;
  /** Its path in the container. */
  readonly path: string;
}

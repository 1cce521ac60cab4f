import { acllogDisabled } from './acllog-disabled.js';
import { logCrashDisabled } from './log-crash-disabled.js';
import { logDiscarded } from './log-discarded.js';
import { logLevelDebug } from './log-level-debug.js';
import { logLevelTooQuiet } from './log-level-too-quiet.js';
import { logLevelVerbose } from './log-level-verbose.js';
import { logSlowlogAll } from './log-slowlog-all.js';
import { logSlowlogDisabled } from './log-slowlog-disabled.js';
import { netProtectedModeOff } from './net-protected-mode-off.js';
import { persistAofFsyncNo } from './persist-aof-fsync-no.js';
import { persistDisabled } from './persist-disabled.js';
import { persistEvictionOnStore } from './persist-eviction-on-store.js';
import { persistNoFsyncOnRewrite } from './persist-no-fsync-on-rewrite.js';
import { persistRdbChecksumOff } from './persist-rdb-checksum-off.js';
import { persistShutdownNosave } from './persist-shutdown-nosave.js';
import { persistStopWritesOff } from './persist-stop-writes-off.js';
import type { Rule } from './rule.js';
import { syntaxUnknownDirective } from './syntax-unknown-directive.js';

/** Every rule, sorted by id. */
export const RULES: readonly Rule[] = [
  acllogDisabled,
  logCrashDisabled,
  logDiscarded,
  logLevelDebug,
  logLevelTooQuiet,
  logLevelVerbose,
  logSlowlogAll,
  logSlowlogDisabled,
  netProtectedModeOff,
  persistAofFsyncNo,
  persistDisabled,
  persistEvictionOnStore,
  persistNoFsyncOnRewrite,
  persistRdbChecksumOff,
  persistShutdownNosave,
  persistStopWritesOff,
  syntaxUnknownDirective,
];

import { acllogDisabled } from './acllog-disabled.js';
import { authMissing } from './auth-missing.js';
import { authPasswordDocExample } from './auth-password-doc-example.js';
import { authPasswordPlaceholder } from './auth-password-placeholder.js';
import { authPasswordWeak } from './auth-password-weak.js';
import { authRequirepassEmpty } from './auth-requirepass-empty.js';
import { cliMaxclientsLow } from './cli-maxclients-low.js';
import { cliObufUnlimited } from './cli-obuf-unlimited.js';
import { cliProtoMaxBulkLarge } from './cli-proto-max-bulk-large.js';
import { cliQueryBufferLarge } from './cli-query-buffer-large.js';
import { clusterBusExposed } from './cluster-bus-exposed.js';
import { logCrashDisabled } from './log-crash-disabled.js';
import { logDiscarded } from './log-discarded.js';
import { logLevelDebug } from './log-level-debug.js';
import { logLevelTooQuiet } from './log-level-too-quiet.js';
import { logLevelVerbose } from './log-level-verbose.js';
import { logSlowlogAll } from './log-slowlog-all.js';
import { logSlowlogDisabled } from './log-slowlog-disabled.js';
import { memMaxmemoryMissing } from './mem-maxmemory-missing.js';
import { memMaxmemoryTiny } from './mem-maxmemory-tiny.js';
import { memPolicyMissing } from './mem-policy-missing.js';
import { memUnitAmbiguous } from './mem-unit-ambiguous.js';
import { netBindAll } from './net-bind-all.js';
import { netBindInlineComment } from './net-bind-inline-comment.js';
import { netBindMissing } from './net-bind-missing.js';
import { netBindPublicAddress } from './net-bind-public-address.js';
import { netProtectedModeOff } from './net-protected-mode-off.js';
import { persistAofFsyncNo } from './persist-aof-fsync-no.js';
import { persistDisabled } from './persist-disabled.js';
import { persistEvictionOnStore } from './persist-eviction-on-store.js';
import { persistNoFsyncOnRewrite } from './persist-no-fsync-on-rewrite.js';
import { persistRdbChecksumOff } from './persist-rdb-checksum-off.js';
import { persistShutdownNosave } from './persist-shutdown-nosave.js';
import { persistStopWritesOff } from './persist-stop-writes-off.js';
import { replPlaintextLink } from './repl-plaintext-link.js';
import { replReplicaWritable } from './repl-replica-writable.js';
import { replSourcePublic } from './repl-source-public.js';
import type { Rule } from './rule.js';
import { syntaxUnknownDirective } from './syntax-unknown-directive.js';

/** Every rule, sorted by id. */
export const RULES: readonly Rule[] = [
  acllogDisabled,
  authMissing,
  authPasswordDocExample,
  authPasswordPlaceholder,
  authPasswordWeak,
  authRequirepassEmpty,
  cliMaxclientsLow,
  cliObufUnlimited,
  cliProtoMaxBulkLarge,
  cliQueryBufferLarge,
  clusterBusExposed,
  logCrashDisabled,
  logDiscarded,
  logLevelDebug,
  logLevelTooQuiet,
  logLevelVerbose,
  logSlowlogAll,
  logSlowlogDisabled,
  memMaxmemoryMissing,
  memMaxmemoryTiny,
  memPolicyMissing,
  memUnitAmbiguous,
  netBindAll,
  netBindInlineComment,
  netBindMissing,
  netBindPublicAddress,
  netProtectedModeOff,
  persistAofFsyncNo,
  persistDisabled,
  persistEvictionOnStore,
  persistNoFsyncOnRewrite,
  persistRdbChecksumOff,
  persistShutdownNosave,
  persistStopWritesOff,
  replPlaintextLink,
  replReplicaWritable,
  replSourcePublic,
  syntaxUnknownDirective,
];

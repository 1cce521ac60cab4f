import { aclAclfileAndUsers } from './acl-aclfile-and-users.js';
import { aclAclfileMissing } from './acl-aclfile-missing.js';
import { aclAllChannels } from './acl-all-channels.js';
import { aclAllCommands } from './acl-all-commands.js';
import { aclAllKeys } from './acl-all-keys.js';
import { aclChannelsUnsetOn7 } from './acl-channels-unset-on-7.js';
import { aclCommentInAclfile } from './acl-comment-in-aclfile.js';
import { aclDangerousCommands } from './acl-dangerous-commands.js';
import { aclDbRuleNotRedis } from './acl-db-rule-not-redis.js';
import { aclDuplicateUser } from './acl-duplicate-user.js';
import { aclFirstArgDeprecated } from './acl-first-arg-deprecated.js';
import { aclKeyPermissionOld } from './acl-key-permission-old.js';
import { aclKeylessDangerWithPatterns } from './acl-keyless-danger-with-patterns.js';
import { aclModuleCommandsViaAll } from './acl-module-commands-via-all.js';
import { aclNegativeSubcommandOld } from './acl-negative-subcommand-old.js';
import { aclNopassAfterPassword } from './acl-nopass-after-password.js';
import { aclNopassUser } from './acl-nopass-user.js';
import { aclPasswordNamedLikeRule } from './acl-password-named-like-rule.js';
import { aclPubsubDefaultAllchannels } from './acl-pubsub-default-allchannels.js';
import { aclReplicaUserTooBroad } from './acl-replica-user-too-broad.js';
import { aclRuleOrder } from './acl-rule-order.js';
import { aclScriptingAllowed } from './acl-scripting-allowed.js';
import { aclSelectorOld } from './acl-selector-old.js';
import { aclSentinelUserInsufficient } from './acl-sentinel-user-insufficient.js';
import { aclSentinelUserTooBroad } from './acl-sentinel-user-too-broad.js';
import { aclSkipSanitizePayload } from './acl-skip-sanitize-payload.js';
import { aclSyntax } from './acl-syntax.js';
import { aclUnknownCategory } from './acl-unknown-category.js';
import { aclUnknownCommand } from './acl-unknown-command.js';
import { aclUserOffOrUnusable } from './acl-user-off-or-unusable.js';
import { acllogDisabled } from './acllog-disabled.js';
import { authAllUsersLocked } from './auth-all-users-locked.js';
import { authDefaultUserNopass } from './auth-default-user-nopass.js';
import { authDefaultUserOpenInAclfile } from './auth-default-user-open-in-aclfile.js';
import { authMasterauthMissing } from './auth-masterauth-missing.js';
import { authMasteruserMissing } from './auth-masteruser-missing.js';
import { authMasteruserWithoutMasterauth } from './auth-masteruser-without-masterauth.js';
import { authMissing } from './auth-missing.js';
import { authPasswordDocExample } from './auth-password-doc-example.js';
import { authPasswordPlaceholder } from './auth-password-placeholder.js';
import { authPasswordPlaintext } from './auth-password-plaintext.js';
import { authPasswordReused } from './auth-password-reused.js';
import { authPasswordTruncationQuote } from './auth-password-truncation-quote.js';
import { authPasswordWeak } from './auth-password-weak.js';
import { authProtectedModeOnlyGuard } from './auth-protected-mode-only-guard.js';
import { authRequirepassEmpty } from './auth-requirepass-empty.js';
import { authRequirepassIgnoredByAclfile } from './auth-requirepass-ignored-by-aclfile.js';
import { authRequirepassOverriddenByUserDefault } from './auth-requirepass-overridden-by-user-default.js';
import { authSharedPassword } from './auth-shared-password.js';
import { authTlsCertUserNoCaScope } from './auth-tls-cert-user-no-ca-scope.js';
import { cliPasswordOnCommandLine } from './cli-password-on-command-line.js';
import { clientBacklogHigh } from './client-backlog-high.js';
import { clientMaxclientsHigh } from './client-maxclients-high.js';
import { clientMaxclientsLow } from './client-maxclients-low.js';
import { clientObufUnlimited } from './client-obuf-unlimited.js';
import { clientProtoMaxBulkLarge } from './client-proto-max-bulk-large.js';
import { clientQueryBufferLarge } from './client-query-buffer-large.js';
import { clientTimeoutZero } from './client-timeout-zero.js';
import { clientTrackingUnlimited } from './client-tracking-unlimited.js';
import { clusterAnnounceIncomplete } from './cluster-announce-incomplete.js';
import { clusterBusExposed } from './cluster-bus-exposed.js';
import { clusterDatabases } from './cluster-databases.js';
import { clusterFullCoverageNo } from './cluster-full-coverage-no.js';
import { clusterNodeTimeoutLow } from './cluster-node-timeout-low.js';
import { clusterPortOverflow } from './cluster-port-overflow.js';
import { clusterReadsWhenDown } from './cluster-reads-when-down.js';
import { clusterReplicaValidityZero } from './cluster-replica-validity-zero.js';
import { clusterSettingWithoutCluster } from './cluster-setting-without-cluster.js';
import { cmdDangerousAvailable } from './cmd-dangerous-available.js';
import { composeNetworkHost } from './compose-network-host.js';
import { composePortPublished } from './compose-port-published.js';
import { configSourceUnreadable } from './config-source-unreadable.js';
import { containerConfigNotUsed } from './container-config-not-used.js';
import { debugAssertEnabled } from './debug-assert-enabled.js';
import { debugCommandEnabled } from './debug-command-enabled.js';
import { debugTestSwitches } from './debug-test-switches.js';
import { dockerfileSecretInImage } from './dockerfile-secret-in-image.js';
import { encLimitsHuge } from './enc-limits-huge.js';
import { envDefaultPassword } from './env-default-password.js';
import { envEmptyPassword } from './env-empty-password.js';
import { envPasswordUnused } from './env-password-unused.js';
import { envVariableMayBeEmpty } from './env-variable-may-be-empty.js';
import { healthcheckWithoutPassword } from './healthcheck-without-password.js';
import { hzHigh } from './hz-high.js';
import { ioThreadsHigh } from './io-threads-high.js';
import { k8sConfigmapSecret } from './k8s-configmap-secret.js';
import { k8sServiceExposed } from './k8s-service-exposed.js';
import { latencyThp } from './latency-thp.js';
import { lintLongLine } from './lint-long-line.js';
import { lintMisreadComment } from './lint-misread-comment.js';
import { lintSuppressionWithoutReason } from './lint-suppression-without-reason.js';
import { lintUnknownSuppression } from './lint-unknown-suppression.js';
import { lintUnusedSuppression } from './lint-unused-suppression.js';
import { logCrashDisabled } from './log-crash-disabled.js';
import { logDiscarded } from './log-discarded.js';
import { logHideUserData } from './log-hide-user-data.js';
import { logKeyspaceEventsAll } from './log-keyspace-events-all.js';
import { logLatencyMonitorOff } from './log-latency-monitor-off.js';
import { logLevelDebug } from './log-level-debug.js';
import { logLevelTooQuiet } from './log-level-too-quiet.js';
import { logLevelVerbose } from './log-level-verbose.js';
import { logMonitoringUserMissing } from './log-monitoring-user-missing.js';
import { logSlowlogAll } from './log-slowlog-all.js';
import { logSlowlogDisabled } from './log-slowlog-disabled.js';
import { luaInsecureApiEnabled } from './lua-insecure-api-enabled.js';
import { luaTimeLimitOff } from './lua-time-limit-off.js';
import { memMaxmemoryMissing } from './mem-maxmemory-missing.js';
import { memMaxmemoryTiny } from './mem-maxmemory-tiny.js';
import { memPolicyMissing } from './mem-policy-missing.js';
import { memPolicyVolatileNoTtl } from './mem-policy-volatile-no-ttl.js';
import { memUnitAmbiguous } from './mem-unit-ambiguous.js';
import { moduleCommandEnabled } from './module-command-enabled.js';
import { moduleLoadedTwice } from './module-loaded-twice.js';
import { moduleSettingUnclaimed } from './module-setting-unclaimed.js';
import { moduleUntrustedPath } from './module-untrusted-path.js';
import { netAnnounceLoopback } from './net-announce-loopback.js';
import { netBindAll } from './net-bind-all.js';
import { netBindDuplicate } from './net-bind-duplicate.js';
import { netBindHostname } from './net-bind-hostname.js';
import { netBindInlineComment } from './net-bind-inline-comment.js';
import { netBindLoopbackInContainer } from './net-bind-loopback-in-container.js';
import { netBindMalformed } from './net-bind-malformed.js';
import { netBindMissing } from './net-bind-missing.js';
import { netBindOptionalPrefixOld } from './net-bind-optional-prefix-old.js';
import { netBindPublicAddress } from './net-bind-public-address.js';
import { netBindStrictIpv6 } from './net-bind-strict-ipv6.js';
import { netGopherEnabled } from './net-gopher-enabled.js';
import { netNoListener } from './net-no-listener.js';
import { netPlaintextAndTls } from './net-plaintext-and-tls.js';
import { netPortConflict } from './net-port-conflict.js';
import { netProtectedModeDefeatedByBind } from './net-protected-mode-defeated-by-bind.js';
import { netProtectedModeOff } from './net-protected-mode-off.js';
import { netRdmaExposed } from './net-rdma-exposed.js';
import { netTcpKeepaliveOff } from './net-tcp-keepalive-off.js';
import { netUnixsocketSharedDir } from './net-unixsocket-shared-dir.js';
import { netUnixsocketTooLong } from './net-unixsocket-too-long.js';
import { netUnixsocketWorld } from './net-unixsocket-world.js';
import { netUnixsocketpermWithoutSocket } from './net-unixsocketperm-without-socket.js';
import { pathDbfilenameSuspicious } from './path-dbfilename-suspicious.js';
import { pathDirRelative } from './path-dir-relative.js';
import { pathDirSensitive } from './path-dir-sensitive.js';
import { pathDirTmp } from './path-dir-tmp.js';
import { pathLogInSharedDir } from './path-log-in-shared-dir.js';
import { pathLogInWebroot } from './path-log-in-webroot.js';
import { pathPidfileSharedDir } from './path-pidfile-shared-dir.js';
import { persistAofFsyncNo } from './persist-aof-fsync-no.js';
import { persistAofLoadCorruptTail } from './persist-aof-load-corrupt-tail.js';
import { persistDisabled } from './persist-disabled.js';
import { persistEvictionOnStore } from './persist-eviction-on-store.js';
import { persistNoFsyncOnRewrite } from './persist-no-fsync-on-rewrite.js';
import { persistRdbChecksumOff } from './persist-rdb-checksum-off.js';
import { persistRdbDelSyncFiles } from './persist-rdb-del-sync-files.js';
import { persistSanitizeDumpPayloadNo } from './persist-sanitize-dump-payload-no.js';
import { persistSaveAfterInclude } from './persist-save-after-include.js';
import { persistSaveEmptyMixed } from './persist-save-empty-mixed.js';
import { persistShutdownNosave } from './persist-shutdown-nosave.js';
import { persistStopWritesOff } from './persist-stop-writes-off.js';
import { placeholderUnexpanded } from './placeholder-unexpanded.js';
import { privOomScoreAdjAbsolute } from './priv-oom-score-adj-absolute.js';
import { privRunAsRoot } from './priv-run-as-root.js';
import { procDaemonizeInContainer } from './proc-daemonize-in-container.js';
import { procDaemonizeSupervised } from './proc-daemonize-supervised.js';
import { protectedConfigsEnabled } from './protected-configs-enabled.js';
import { renameAndAclMixed } from './rename-and-acl-mixed.js';
import { renameCommandBreaksAuth } from './rename-command-breaks-auth.js';
import { renameCommandBreaksSentinel } from './rename-command-breaks-sentinel.js';
import { renameCommandDeprecated } from './rename-command-deprecated.js';
import { renameCommandDuplicate } from './rename-command-duplicate.js';
import { renameCommandGuessable } from './rename-command-guessable.js';
import { renameCommandReplicationMismatch } from './rename-command-replication-mismatch.js';
import { renameCommandSubcommand } from './rename-command-subcommand.js';
import { renameCommandTargetExists } from './rename-command-target-exists.js';
import { renameCommandUnknown } from './rename-command-unknown.js';
import { replAnnounceIsPrimary } from './repl-announce-is-primary.js';
import { replAuthUserDefault } from './repl-auth-user-default.js';
import { replBacklogSmall } from './repl-backlog-small.js';
import { replDisklessLoadSwapdb } from './repl-diskless-load-swapdb.js';
import { replInCluster } from './repl-in-cluster.js';
import { replOfItself } from './repl-of-itself.js';
import { replPlaintextLink } from './repl-plaintext-link.js';
import { replReplicaWritable } from './repl-replica-writable.js';
import { replServeStale } from './repl-serve-stale.js';
import { replSourcePublic } from './repl-source-public.js';
import { replTimeoutBelowPing } from './repl-timeout-below-ping.js';
import type { Rule } from './rule.js';
import { sentinelAuthUserWithoutPass } from './sentinel-auth-user-without-pass.js';
import { sentinelDownAfterLow } from './sentinel-down-after-low.js';
import { sentinelDuplicateAddress } from './sentinel-duplicate-address.js';
import { sentinelDuplicateMaster } from './sentinel-duplicate-master.js';
import { sentinelFailoverTimeoutLow } from './sentinel-failover-timeout-low.js';
import { sentinelHostnameWithoutResolve } from './sentinel-hostname-without-resolve.js';
import { sentinelInRedisConf } from './sentinel-in-redis-conf.js';
import { sentinelMonitorLoopback } from './sentinel-monitor-loopback.js';
import { sentinelNoAuth } from './sentinel-no-auth.js';
import { sentinelQuorumExceeds } from './sentinel-quorum-exceeds.js';
import { sentinelQuorumOne } from './sentinel-quorum-one.js';
import { sentinelRenameWithoutEffect } from './sentinel-rename-without-effect.js';
import { sentinelScriptPath } from './sentinel-script-path.js';
import { sentinelScriptsReconfig } from './sentinel-scripts-reconfig.js';
import { sentinelStatementUnknown } from './sentinel-statement-unknown.js';
import { sentinelTlsMixed } from './sentinel-tls-mixed.js';
import { sentinelUnknownMaster } from './sentinel-unknown-master.js';
import { sentinelValueInvalid } from './sentinel-value-invalid.js';
import { structArgumentsOverrideFile } from './struct-arguments-override-file.js';
import { structDuplicate } from './struct-duplicate.js';
import { structIncludeCycle } from './struct-include-cycle.js';
import { structIncludeGlobOld } from './struct-include-glob-old.js';
import { structIncludeGluedLine } from './struct-include-glued-line.js';
import { structIncludeMissing } from './struct-include-missing.js';
import { structIncludeShadow } from './struct-include-shadow.js';
import { structTemplateTagUnclosed } from './struct-template-tag-unclosed.js';
import { syntaxArity } from './syntax-arity.js';
import { syntaxBom } from './syntax-bom.js';
import { syntaxCommentStyle } from './syntax-comment-style.js';
import { syntaxConflictMarker } from './syntax-conflict-marker.js';
import { syntaxControlChar } from './syntax-control-char.js';
import { syntaxEnum } from './syntax-enum.js';
import { syntaxInlineComment } from './syntax-inline-comment.js';
import { syntaxInvalidValue } from './syntax-invalid-value.js';
import { syntaxKeyEquals } from './syntax-key-equals.js';
import { syntaxMemory } from './syntax-memory.js';
import { syntaxOctal } from './syntax-octal.js';
import { syntaxPathInFilename } from './syntax-path-in-filename.js';
import { syntaxQuotes } from './syntax-quotes.js';
import { syntaxRange } from './syntax-range.js';
import { syntaxType } from './syntax-type.js';
import { syntaxUnknownDirective } from './syntax-unknown-directive.js';
import { syntaxValueMisread } from './syntax-value-misread.js';
import { tls13CiphersInWrongDirective } from './tls-13-ciphers-in-wrong-directive.js';
import { tlsAuthClientsNo } from './tls-auth-clients-no.js';
import { tlsAuthClientsOptional } from './tls-auth-clients-optional.js';
import { tlsCaDirSystem } from './tls-ca-dir-system.js';
import { tlsCaMissing } from './tls-ca-missing.js';
import { tlsCertMissing } from './tls-cert-missing.js';
import { tlsCiphersWeak } from './tls-ciphers-weak.js';
import { tlsClusterOff } from './tls-cluster-off.js';
import { tlsKeyMissing } from './tls-key-missing.js';
import { tlsKeyPathSuspicious } from './tls-key-path-suspicious.js';
import { tlsMissing } from './tls-missing.js';
import { tlsOptionsWithoutTlsPort } from './tls-options-without-tls-port.js';
import { tlsProtocolsLegacy } from './tls-protocols-legacy.js';
import { tlsProtocolsUnknown } from './tls-protocols-unknown.js';
import { tlsReplicationOff } from './tls-replication-off.js';
import { tlsSessionCacheUnlimited } from './tls-session-cache-unlimited.js';
import { unitHardeningMissing } from './unit-hardening-missing.js';
import { versionBuildDependent } from './version-build-dependent.js';
import { versionDeprecatedAlias } from './version-deprecated-alias.js';
import { versionDirectiveRemoved } from './version-directive-removed.js';
import { versionDirectiveTooNew } from './version-directive-too-new.js';
import { versionEol } from './version-eol.js';
import { versionForkOnly } from './version-fork-only.js';
import { versionImageFloating } from './version-image-floating.js';
import { versionNoEffect } from './version-no-effect.js';
import { versionVulnerable } from './version-vulnerable.js';

/** Every rule, sorted by id. */
export const RULES: readonly Rule[] = [
  aclAclfileAndUsers,
  aclAclfileMissing,
  aclAllChannels,
  aclAllCommands,
  aclAllKeys,
  aclChannelsUnsetOn7,
  aclCommentInAclfile,
  aclDangerousCommands,
  aclDbRuleNotRedis,
  aclDuplicateUser,
  aclFirstArgDeprecated,
  aclKeyPermissionOld,
  aclKeylessDangerWithPatterns,
  aclModuleCommandsViaAll,
  aclNegativeSubcommandOld,
  aclNopassAfterPassword,
  aclNopassUser,
  aclPasswordNamedLikeRule,
  aclPubsubDefaultAllchannels,
  aclReplicaUserTooBroad,
  aclRuleOrder,
  aclScriptingAllowed,
  aclSelectorOld,
  aclSentinelUserInsufficient,
  aclSentinelUserTooBroad,
  aclSkipSanitizePayload,
  aclSyntax,
  aclUnknownCategory,
  aclUnknownCommand,
  aclUserOffOrUnusable,
  acllogDisabled,
  authAllUsersLocked,
  authDefaultUserNopass,
  authDefaultUserOpenInAclfile,
  authMasterauthMissing,
  authMasteruserMissing,
  authMasteruserWithoutMasterauth,
  authMissing,
  authPasswordDocExample,
  authPasswordPlaceholder,
  authPasswordPlaintext,
  authPasswordReused,
  authPasswordTruncationQuote,
  authPasswordWeak,
  authProtectedModeOnlyGuard,
  authRequirepassEmpty,
  authRequirepassIgnoredByAclfile,
  authRequirepassOverriddenByUserDefault,
  authSharedPassword,
  authTlsCertUserNoCaScope,
  cliPasswordOnCommandLine,
  clientBacklogHigh,
  clientMaxclientsHigh,
  clientMaxclientsLow,
  clientObufUnlimited,
  clientProtoMaxBulkLarge,
  clientQueryBufferLarge,
  clientTimeoutZero,
  clientTrackingUnlimited,
  clusterAnnounceIncomplete,
  clusterBusExposed,
  clusterDatabases,
  clusterFullCoverageNo,
  clusterNodeTimeoutLow,
  clusterPortOverflow,
  clusterReadsWhenDown,
  clusterReplicaValidityZero,
  clusterSettingWithoutCluster,
  cmdDangerousAvailable,
  composeNetworkHost,
  composePortPublished,
  configSourceUnreadable,
  containerConfigNotUsed,
  debugAssertEnabled,
  debugCommandEnabled,
  debugTestSwitches,
  dockerfileSecretInImage,
  encLimitsHuge,
  envDefaultPassword,
  envEmptyPassword,
  envPasswordUnused,
  envVariableMayBeEmpty,
  healthcheckWithoutPassword,
  hzHigh,
  ioThreadsHigh,
  k8sConfigmapSecret,
  k8sServiceExposed,
  latencyThp,
  lintLongLine,
  lintMisreadComment,
  lintSuppressionWithoutReason,
  lintUnknownSuppression,
  lintUnusedSuppression,
  logCrashDisabled,
  logDiscarded,
  logHideUserData,
  logKeyspaceEventsAll,
  logLatencyMonitorOff,
  logLevelDebug,
  logLevelTooQuiet,
  logLevelVerbose,
  logMonitoringUserMissing,
  logSlowlogAll,
  logSlowlogDisabled,
  luaInsecureApiEnabled,
  luaTimeLimitOff,
  memMaxmemoryMissing,
  memMaxmemoryTiny,
  memPolicyMissing,
  memPolicyVolatileNoTtl,
  memUnitAmbiguous,
  moduleCommandEnabled,
  moduleLoadedTwice,
  moduleSettingUnclaimed,
  moduleUntrustedPath,
  netAnnounceLoopback,
  netBindAll,
  netBindDuplicate,
  netBindHostname,
  netBindInlineComment,
  netBindLoopbackInContainer,
  netBindMalformed,
  netBindMissing,
  netBindOptionalPrefixOld,
  netBindPublicAddress,
  netBindStrictIpv6,
  netGopherEnabled,
  netNoListener,
  netPlaintextAndTls,
  netPortConflict,
  netProtectedModeDefeatedByBind,
  netProtectedModeOff,
  netRdmaExposed,
  netTcpKeepaliveOff,
  netUnixsocketSharedDir,
  netUnixsocketTooLong,
  netUnixsocketWorld,
  netUnixsocketpermWithoutSocket,
  pathDbfilenameSuspicious,
  pathDirRelative,
  pathDirSensitive,
  pathDirTmp,
  pathLogInSharedDir,
  pathLogInWebroot,
  pathPidfileSharedDir,
  persistAofFsyncNo,
  persistAofLoadCorruptTail,
  persistDisabled,
  persistEvictionOnStore,
  persistNoFsyncOnRewrite,
  persistRdbChecksumOff,
  persistRdbDelSyncFiles,
  persistSanitizeDumpPayloadNo,
  persistSaveAfterInclude,
  persistSaveEmptyMixed,
  persistShutdownNosave,
  persistStopWritesOff,
  placeholderUnexpanded,
  privOomScoreAdjAbsolute,
  privRunAsRoot,
  procDaemonizeInContainer,
  procDaemonizeSupervised,
  protectedConfigsEnabled,
  renameAndAclMixed,
  renameCommandBreaksAuth,
  renameCommandBreaksSentinel,
  renameCommandDeprecated,
  renameCommandDuplicate,
  renameCommandGuessable,
  renameCommandReplicationMismatch,
  renameCommandSubcommand,
  renameCommandTargetExists,
  renameCommandUnknown,
  replAnnounceIsPrimary,
  replAuthUserDefault,
  replBacklogSmall,
  replDisklessLoadSwapdb,
  replInCluster,
  replOfItself,
  replPlaintextLink,
  replReplicaWritable,
  replServeStale,
  replSourcePublic,
  replTimeoutBelowPing,
  sentinelAuthUserWithoutPass,
  sentinelDownAfterLow,
  sentinelDuplicateAddress,
  sentinelDuplicateMaster,
  sentinelFailoverTimeoutLow,
  sentinelHostnameWithoutResolve,
  sentinelInRedisConf,
  sentinelMonitorLoopback,
  sentinelNoAuth,
  sentinelQuorumExceeds,
  sentinelQuorumOne,
  sentinelRenameWithoutEffect,
  sentinelScriptPath,
  sentinelScriptsReconfig,
  sentinelStatementUnknown,
  sentinelTlsMixed,
  sentinelUnknownMaster,
  sentinelValueInvalid,
  structArgumentsOverrideFile,
  structDuplicate,
  structIncludeCycle,
  structIncludeGlobOld,
  structIncludeGluedLine,
  structIncludeMissing,
  structIncludeShadow,
  structTemplateTagUnclosed,
  syntaxArity,
  syntaxBom,
  syntaxCommentStyle,
  syntaxConflictMarker,
  syntaxControlChar,
  syntaxEnum,
  syntaxInlineComment,
  syntaxInvalidValue,
  syntaxKeyEquals,
  syntaxMemory,
  syntaxOctal,
  syntaxPathInFilename,
  syntaxQuotes,
  syntaxRange,
  syntaxType,
  syntaxUnknownDirective,
  syntaxValueMisread,
  tls13CiphersInWrongDirective,
  tlsAuthClientsNo,
  tlsAuthClientsOptional,
  tlsCaDirSystem,
  tlsCaMissing,
  tlsCertMissing,
  tlsCiphersWeak,
  tlsClusterOff,
  tlsKeyMissing,
  tlsKeyPathSuspicious,
  tlsMissing,
  tlsOptionsWithoutTlsPort,
  tlsProtocolsLegacy,
  tlsProtocolsUnknown,
  tlsReplicationOff,
  tlsSessionCacheUnlimited,
  unitHardeningMissing,
  versionBuildDependent,
  versionDeprecatedAlias,
  versionDirectiveRemoved,
  versionDirectiveTooNew,
  versionEol,
  versionForkOnly,
  versionImageFloating,
  versionNoEffect,
  versionVulnerable,
];

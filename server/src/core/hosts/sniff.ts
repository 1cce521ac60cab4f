/** A name of the programs, or a setting of theirs alone: every document that speaks of one holds some of them. */
const NAMES = /redis|valkey|keydb|requirepass|commonConfiguration/i;
/** What tells that a server is started or configured, wherever it stands. */
const SPEAKS =
  /(?:redis|valkey|keydb)-(?:server|sentinel)|(?:redis|valkey|keydb|sentinel)[\w.-]{0,40}\.conf|(?:redis|valkey|keydb|sentinel)[-_]?conf|users\.acl|REDIS_ARGS|VALKEY_EXTRA_FLAGS|(?:docker|podman|nerdctl) (?:container )?(?:run|create)\b|commonConfiguration|customConfig|valkeyConfig|requirepass|masterauth|maxmemory|appendonly/i;
/** What tells of an image on a line that holds a name. */
const IMAGE = /(?:^|[{,] ?)(?:- )?["']?(?:image|repository)["']? *[:=]|^(?:FROM|ARG)\s/i;

/** Whether it is worth reading a document: by a search for names first, which nearly all others do not hold. */
export function maySpeakOfServers(text: string): boolean {
  if (!NAMES.test(text)) return false;
  return SPEAKS.test(text) || text.split('\n').some((line) => NAMES.test(line) && IMAGE.test(line.trimStart()));
}

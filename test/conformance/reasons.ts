/** Why the linter and a server may differ on a case; every difference needs one. */
export const REASONS: Readonly<Record<string, string>> = {
  'dir.daemonize.yes':
    'The servers were started with `--daemonize no` on the command line, which overrides the file; the linter shows what the file says.',
  'misc.07':
    'A setting of a module that the full distribution of Redis 8 bundles. The measured builds are plain ones and refuse it; the linter takes it as a build may have it.',
  'misc.08':
    'A setting of a module that the full distribution of Redis 8 bundles. The measured builds are plain ones and refuse it; the linter takes it as a build may have it.',
};

/**
 * Every release line (major.minor) that was ever released, oldest first: what somebody can mean by a target. Lines after
 * `NEWEST_REDIS` and `NEWEST_VALKEY` exist, but their facts are not wholly known.
 */
export const RELEASE_LINES: Readonly<Record<'redis' | 'valkey', readonly string[]>> = {
  redis: [
    '2.6',
    '2.8',
    '3.0',
    '3.2',
    '4.0',
    '5.0',
    '6.0',
    '6.2',
    '7.0',
    '7.2',
    '7.4',
    '8.0',
    '8.2',
    '8.4',
    '8.6',
    '8.8',
    '8.10',
    '8.12',
  ],
  valkey: ['7.2', '8.0', '8.1', '9.0', '9.1', '9.2'],
};

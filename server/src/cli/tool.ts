import { name, version } from '../../../package.json';

/** What reports say they were made by. */
export const TOOL = { name, version, page: 'https://github.com/redis-conf-lint/redis-conf-lint' } as const;

import type { Remedy } from './remedy.js';

/** For `logfile`. */
export const LOG_ELSEWHERE: Remedy = {
  set: '/var/log/redis/redis-server.log',
  title: 'Log to /var/log/redis/redis-server.log',
  effect: 'access',
  consequence: 'The server does not start where it cannot write to that directory.',
};

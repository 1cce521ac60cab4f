import { refusalRule } from './refusal-rule.js';

export const netUnixsocketTooLong = refusalRule({
  id: 'net-unixsocket-too-long',
  summary: 'a path in unixsocket of more than 107 bytes: the server fails to listen',
  category: 'network',
  severity: 'error',
  references: ['https://github.com/redis/redis/pull/9826', 'https://man7.org/linux/man-pages/man7/unix.7.html'],
  codes: ['unixsocket-too-long'],
  message: ({ bytes }) =>
    `This path has ${bytes} bytes, but a Unix socket's may have 107: the server exits. Choose a shorter path.`,
});

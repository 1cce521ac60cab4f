import { containerSignIn, isInContainer } from './building-blocks/container.js';
import { valueRule } from './value-rule.js';

/** The first process of a container ends when the server goes to the background, and the container with it. */
export const procDaemonizeInContainer = valueRule({
  id: 'proc-daemonize-in-container',
  summary: 'a server in a container goes to the background, and the container ends',
  category: 'deployment',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  directive: 'daemonize',
  when: ({ lower }, { config }) => lower === 'yes' && isInContainer(config),
  message: (_, { config }) =>
    `"daemonize yes" ends the process that the container runs, so that it stops at once. Set it to "no".${containerSignIn(config)}`,
  remedy: {
    set: 'no',
    effect: 'access',
    consequence: 'Outside of a container a start script that waits for the daemon then waits forever.',
  },
  also: ['exposure'],
});

import { containerSignIn, isInContainer } from './building-blocks/container.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

/** Programs of the same container, or of the same pod, are the only ones that come over its loopback interface. */
export const netBindLoopbackInContainer = valueRule({
  id: 'net-bind-loopback-in-container',
  summary: 'a server in a container that nobody outside of it can reach',
  category: 'network',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  directive: 'bind',
  when: (_, { config }) =>
    isInContainer(config) && config.exposure.binds === 'loopback' && !config.inForce('unixsocket')?.from,
  message: ({ from }, { config }) =>
    `${quote(from.args[0]?.raw ?? '')} is the container's own loopback: no other container connects. Set a password, then bind 0.0.0.0.${containerSignIn(config)}`,
  also: ['exposure', 'unixsocket'],
});

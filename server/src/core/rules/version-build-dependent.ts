import { valueRule } from './value-rule.js';

/** Debian and Ubuntu build against the allocator of the system; the official images and the sources do not (7.0.15). */
export const versionBuildDependent = valueRule({
  id: 'version-build-dependent',
  summary: 'a setting that some builds of the target refuse',
  category: 'versions',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/'],
  dialects: ['server'],
  directive: 'activedefrag',
  when: ({ lower }, { config }) => lower === 'yes' && config.exposure.container === 'no',
  message:
    'A build without the bundled jemalloc, such as Debian\'s, refuses "activedefrag yes" and does not start. Try it with CONFIG SET first.',
  remedy: {
    set: 'no',
    effect: 'speed',
    consequence: 'Memory that is lost to fragmentation comes back only with a restart.',
  },
  also: ['exposure'],
});

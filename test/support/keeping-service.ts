import { createLoadCache, createService, type Rule, type Service } from '../../server/src/core/service.js';

/** A service that keeps the facts of targets between requests, as hosts do: most of a small text's time goes into them. */
export function keepingService(rules?: readonly Rule[]): Service {
  const service = createService(rules);
  const cache = createLoadCache();
  return {
    ...service,
    load: (request, around) => service.load({ cache, ...request }, around),
    judge: (loaded, request) => service.judge(loaded, { cache, ...request }),
    lint: (request) => service.lint({ cache, ...request }),
  };
}

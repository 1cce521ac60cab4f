import { FIX_ALL_REQUEST, type FixAllParams, type FixAllResult } from '../protocol.js';
import type { SessionFeature } from './feature.js';

/** What "fix all" does to a document, with what it leaves to decide. */
export const fixAll: SessionFeature<FixAllParams, FixAllResult | null> = {
  method: FIX_ALL_REQUEST.method,
  capability: () => ({}),
  needs: 'session',
  answer: ({ actions }, { uri }) => actions.fixAll(uri),
};

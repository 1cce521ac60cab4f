import { type DocumentStatus, STATUS_REQUEST, type StatusParams } from '../protocol.js';
import type { SessionFeature } from './feature.js';

/** For which server a document is read, and how open that is. */
export const status: SessionFeature<StatusParams, DocumentStatus | null> = {
  method: STATUS_REQUEST.method,
  capability: () => ({}),
  needs: 'session',
  answer: (session, { uri }) => session.statusOf(uri),
};

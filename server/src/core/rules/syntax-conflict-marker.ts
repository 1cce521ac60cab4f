import { refusalRule } from './refusal-rule.js';

export const syntaxConflictMarker = refusalRule({
  id: 'syntax-conflict-marker',
  summary: 'a conflict marker of a version control system',
  category: 'syntax',
  severity: 'error',
  references: ['https://git-scm.com/docs/git-merge#_how_conflicts_are_presented'],
  codes: ['conflict-marker'],
  message:
    'A merge left this conflict marker, and the server refuses it. Decide which side is right, and remove the markers and the other side.',
});

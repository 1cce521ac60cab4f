import type { Problem, Rule, RuleInput } from './rule.js';

export const syntaxConflictMarker: Rule = {
  id: 'syntax-conflict-marker',
  summary: 'a conflict marker of a version control system',
  category: 'syntax',
  severity: 'error',
  references: ['https://git-scm.com/docs/git-merge#_how_conflicts_are_presented'],
  loadProblems: ['conflict-marker'],
  reads: ['conflict-marker'],
  check: checkMarkers,
};

function* checkMarkers(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('conflict-marker')) {
    yield {
      at: cause.at,
      message:
        'A merge left this conflict marker, and the server refuses it. Decide which side is right, and remove the markers and the other side.',
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
    };
  }
}

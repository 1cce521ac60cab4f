import { netProtectedModeOff } from './net-protected-mode-off.js';
import type { Rule } from './rule.js';
import { syntaxUnknownDirective } from './syntax-unknown-directive.js';

/** Every rule, sorted by id. */
export const RULES: readonly Rule[] = [netProtectedModeOff, syntaxUnknownDirective];

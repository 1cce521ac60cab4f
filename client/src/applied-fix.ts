import { type CodeAction, type Command, commands, type Disposable } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { type AppliedFix, SHOW_APPLIED_FIX } from './protocol.js';
import { showAppliedFix } from './show-applied-fix.js';
import { type Texts, textsOf } from './texts.js';

/** So many menus' fixes are more than anybody has open. */
const MOST_OFFERS = 200;

interface Offer {
  readonly command: Disposable;
  /** Of a fix of several files: what they were before. */
  before?: Texts;
}

/**
 * Tells what a fix has done, once VS Code has applied it. Each fix that is offered gets a command of its own: VS Code
 * forgets the arguments of a command together with the menu, which may be before the edit is applied.
 */
export function tellAppliedFixes(): Disposable & { readonly middleware: Middleware } {
  const offers = new Map<string, Offer>();
  let count = 0;

  const offer = (fix: AppliedFix): string => {
    const id = `${SHOW_APPLIED_FIX}.${++count}`;
    offers.set(id, { command: commands.registerCommand(id, () => showAppliedFix(fix, offers.get(id)?.before)) });
    const [oldest] = offers.keys();
    if (oldest !== undefined && offers.size > MOST_OFFERS) {
      offers.get(oldest)?.command.dispose();
      offers.delete(oldest);
    }
    return id;
  };

  const middleware: Middleware = {
    provideCodeActions: async (document, range, context, token, next) => {
      const actions = await next(document, range, context, token);
      for (const action of actions ?? []) {
        const fix = appliedFixOf(action);
        if (fix) action.command = { title: action.title, command: offer(fix) };
      }
      return actions;
    },
    // VS Code's own undo of several files would ask in how many of them: their texts are kept instead.
    resolveCodeAction: async (item, token, next) => {
      const action = await next(item, token);
      const offered = offers.get(item.command?.command ?? '');
      if (offered && action?.edit && action.edit.size > 1)
        offered.before = await textsOf(action.edit.entries().map(([uri]) => uri));
      return action;
    },
  };
  return {
    middleware,
    dispose: () => {
      for (const { command } of offers.values()) command.dispose();
    },
  };
}

function appliedFixOf({ command }: CodeAction | Command): AppliedFix | undefined {
  return typeof command === 'object' && command.command === SHOW_APPLIED_FIX ? command.arguments?.[0] : undefined;
}

import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type RemoteConsole,
  ResponseError,
} from 'vscode-languageserver';

/** Keeps the server alive: an error in a handler is logged and answered, a cancelled request says so. */
export interface Guard {
  readonly request: <P, R>(
    name: string,
    handler: (params: P, token: CancellationToken) => R | Promise<R>,
  ) => (params: P, token: CancellationToken) => Promise<R>;
  readonly notification: <P>(name: string, handler: (params: P) => void | Promise<void>) => (params: P) => void;
  /** For work that nobody waits for. */
  readonly inBackground: (name: string, work: Promise<unknown>) => void;
}

/** The client has asked again: it waits for the newer answer, so it need not repeat this one. */
export function superseded(): ResponseError<unknown> {
  const data = { retriggerRequest: false };
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'a newer request replaces this one', data);
}

/** `log`: hears where an error came from, never its message. */
export function createGuard(log: Pick<RemoteConsole, 'error'>): Guard {
  const report = (name: string, error: unknown) => log.error(`${name} failed: ${describe(error)}`);
  return {
    request: (name, handler) => async (params, token) => {
      refuseIfCancelled(token);
      try {
        const answer = await handler(params, token);
        refuseIfCancelled(token);
        return answer;
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        report(name, error);
        throw new ResponseError(ErrorCodes.InternalError, `${name} failed: ${kindOf(error)}`);
      }
    },
    notification: (name, handler) => async (params) => {
      try {
        await handler(params);
      } catch (error) {
        report(name, error);
      }
    },
    inBackground: (name, work) => {
      work.catch((error: unknown) => report(name, error));
    },
  };
}

/** @throws ResponseError `RequestCancelled` where nobody waits for the answer any more. */
export function refuseIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** The kind of error and where it came from, without its message: that may quote the document. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return kindOf(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [kindOf(error), ...frames.slice(0, 12)].join('\n');
}

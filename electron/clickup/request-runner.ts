import { fail, type PerchError, type Result } from '../contract/errors.ts';
import type { Answer } from '../contract/requests.ts';
import { type AuthorizationSupplier, type Client, errorOfAnswer } from './client.ts';
import { findOperation, type Parameters } from './operations.ts';

/** The connection that a request is sent with. */
export interface ActiveConnection {
  readonly connectionId: string;
  readonly authorize: AuthorizationSupplier;
  /** Takes up the error of an answer, so that the connection's state can follow. Gives no error itself. */
  readonly followUp: (error: PerchError) => Promise<void>;
}

/** A request as the Requests screen sends it. */
export interface RequestInput {
  readonly requestId: string;
  readonly operationId: string;
  readonly parameters: Parameters;
}

export interface RequestRunner {
  /** Sends with the active connection; any HTTP status is an answer. `cancelled` after `cancel`. */
  send(input: RequestInput): Promise<Result<Answer>>;
  /** Ends a request that is on its way; nothing happens where there is none of that id. */
  cancel(requestId: string): void;
  /** Ends every request of a connection, as when it is signed out. */
  cancelAllOf(connectionId: string): void;
}

/** The requests that a person sends by hand, each under the id its sender chose. */
export function createRequestRunner(options: {
  readonly client: Client;
  readonly active: () => ActiveConnection | null;
}): RequestRunner {
  const running = new Map<
    string,
    { readonly connectionId: string; readonly abort: AbortController }
  >();

  return {
    async send({ requestId, operationId, parameters }) {
      const operation = findOperation(operationId);
      if (operation === null) {
        return fail({
          kind: 'invalid',
          field: 'operationId',
          reason: 'No such operation.',
          said: null,
        });
      }
      const active = options.active();
      if (active === null) return fail({ kind: 'unauthorized', said: null });
      if (running.has(requestId)) {
        return fail({ kind: 'invalid', field: 'requestId', reason: 'Already sent.', said: null });
      }
      const abort = new AbortController();
      running.set(requestId, { connectionId: active.connectionId, abort });
      try {
        const answer = await options.client.send(
          operation,
          parameters,
          active.authorize,
          abort.signal,
        );
        const error = answer.ok ? errorOfAnswer(answer.value) : null;
        if (error !== null) void active.followUp(error);
        return answer;
      } finally {
        running.delete(requestId);
      }
    },
    cancel(requestId) {
      running.get(requestId)?.abort.abort();
    },
    cancelAllOf(connectionId) {
      for (const request of running.values()) {
        if (request.connectionId === connectionId) request.abort.abort();
      }
    },
  };
}

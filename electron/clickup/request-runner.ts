import { assertNever, fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import type { OperationInfo } from '../contract/operations.ts';
import type { Answer, Parameters, RequestBody, RequestProgress } from '../contract/requests.ts';
import { type AuthorizationSupplier, type Client, errorOfAnswer } from './client.ts';
import type { OutgoingBody } from './outgoing-body.ts';

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
  readonly body: RequestBody;
}

export interface RequestRunner {
  /** Sends with the active connection; any HTTP status is an answer. `cancelled` after `cancel`. */
  send(input: RequestInput): Promise<Result<Answer>>;
  /** Ends a request that is on its way; nothing happens where there is none of that id. */
  cancel(requestId: string): void;
  /** Ends every request of a connection, as when it is signed out. */
  cancelAllOf(connectionId: string): void;
}

const NO_SUCH_OPERATION: PerchError = {
  kind: 'invalid',
  field: 'operationId',
  reason: 'No such operation.',
  said: null,
};

const TAKES_NO_FILE: PerchError = {
  kind: 'invalid',
  field: 'body',
  reason: 'This operation takes no file.',
  said: null,
};

/** The requests that a person sends by hand, each under the id its sender chose. */
export function createRequestRunner(options: {
  readonly client: Client;
  /** The catalogue, which is read when it is first needed. */
  readonly operations: () => Promise<readonly OperationInfo[]>;
  readonly active: () => ActiveConnection | null;
  /** Gives a file that the person chose, once. */
  readonly takeUpload: (
    fileId: string,
  ) => Promise<Result<{ readonly name: string; readonly content: Blob }>>;
  /** Told where a request stands that has not been answered yet. */
  readonly onProgress: (requestId: string, progress: RequestProgress) => void;
}): RequestRunner {
  const running = new Map<
    string,
    { readonly connectionId: string; readonly abort: AbortController }
  >();

  const bodyOf = async (
    operation: OperationInfo,
    body: RequestBody,
  ): Promise<Result<OutgoingBody | null>> => {
    switch (body.kind) {
      case 'none':
        return ok(null);
      case 'json':
        return ok(body);
      case 'file': {
        if (operation.body?.kind !== 'file') return fail(TAKES_NO_FILE);
        const upload = await options.takeUpload(body.fileId);
        if (!upload.ok) return upload;
        const { name, content } = upload.value;
        const { field } = operation.body;
        return ok({ kind: 'file', field, name, bytes: content, fields: body.fields });
      }
      default:
        return assertNever(body);
    }
  };

  return {
    async send({ requestId, operationId, parameters, body }) {
      const active = options.active();
      if (active === null) return fail({ kind: 'unauthorized', said: null });
      if (running.has(requestId)) {
        return fail({ kind: 'invalid', field: 'requestId', reason: 'Already sent.', said: null });
      }
      const abort = new AbortController();
      running.set(requestId, { connectionId: active.connectionId, abort });
      try {
        const all = await options.operations();
        const operation = all.find(({ id }) => id === operationId);
        if (operation === undefined) return fail(NO_SUCH_OPERATION);
        const outgoing = await bodyOf(operation, body);
        if (!outgoing.ok) return outgoing;
        const answer = await options.client.send({
          operation,
          parameters,
          authorize: active.authorize,
          priority: 'interactive',
          signal: abort.signal,
          onProgress: (progress) => options.onProgress(requestId, progress),
          ...(outgoing.value === null ? {} : { body: outgoing.value }),
        });
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

import type { ActiveConnection, RequestInput, RequestRunner } from '../clickup/request-runner.ts';
import type { History } from './history.ts';
import { outcomeOf, remember } from './remembered.ts';

/** A runner that is told which requests nobody made by hand. */
export interface RecordingRunner extends RequestRunner {
  send(
    input: RequestInput & { readonly isOwn?: true | undefined },
  ): ReturnType<RequestRunner['send']>;
}

/**
 * The same runner, and each request that was sent is noted in the history of its connection. The
 * answer does not wait for that. A connection that is signed out meanwhile has no history any more.
 */
export function recordRequests(
  runner: RequestRunner,
  options: {
    readonly history: History;
    readonly active: () => ActiveConnection | null;
    /** Unix milliseconds. */
    readonly now: () => number;
  },
): RecordingRunner {
  return {
    ...runner,
    async send({ isOwn = false, ...input }) {
      if (isOwn) return runner.send(input);
      const connection = options.active();
      const at = options.now();
      const answer = await runner.send(input);
      const outcome = outcomeOf(answer);
      if (connection !== null && outcome !== null) {
        void connection.authorize().then((authorization) => {
          if (!authorization.ok) return;
          const request = remember(input, authorization.value.token);
          options.history.note(connection.connectionId, request, outcome, at);
        });
      }
      return answer;
    },
  };
}

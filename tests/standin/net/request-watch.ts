import type { OnBeforeRequestListenerDetails } from 'electron';
import type { HeaderList } from './headers.ts';

/** What is known of a request from its beginning. */
export type RequestFacts = Pick<OnBeforeRequestListenerDetails, 'url' | 'method'> &
  Partial<OnBeforeRequestListenerDetails>;

/** The head of an answer, as far as a listener may change it. */
export interface AnswerHead {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly headers: HeaderList;
}

/** Somebody who looks at every request of a session: its `webRequest`. */
export interface RequestWatch {
  begin(request: RequestFacts): WatchedRequest;
}

/**
 * One request, told of in its order. The first three ask; they reject with
 * `net::ERR_BLOCKED_BY_CLIENT` when a listener cancels.
 */
export interface WatchedRequest {
  /** Another address to go to at once, or undefined. */
  before(): Promise<string | undefined>;
  /** The fields to send. */
  sending(headers: HeaderList): Promise<HeaderList>;
  /** The head to go on with. */
  received(head: AnswerHead): Promise<AnswerHead>;
  redirected(url: string): void;
  /** From now on the request is this one: it was sent on. */
  moved(url: string, method: string): void;
  started(): void;
  completed(): void;
  failed(error: string): void;
}

/** Nobody looks. */
export const UNWATCHED: RequestWatch = {
  begin: () => ({
    before: async () => undefined,
    sending: async (headers) => headers,
    received: async (head) => head,
    redirected: () => undefined,
    moved: () => undefined,
    started: () => undefined,
    completed: () => undefined,
    failed: () => undefined,
  }),
};

import * as z from 'zod';
import type { PerchError } from './errors.ts';
import { invocation, nothing } from './invocation.ts';
import type { Method, OperationInfo } from './operations.ts';

/** The request budget ClickUp grants a token, from its `X-RateLimit-*` headers. */
export interface RateBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Unix milliseconds. */
  readonly resetAt: number | null;
}

/** How requests with one token stand. Times are Unix milliseconds. */
export interface Traffic {
  /** Null until ClickUp has said how much there is. */
  readonly budget: RateBudget | null;
  /** How many requests wait for their turn. */
  readonly waiting: number;
  /** When the first of them can go; null where none waits, or where it waits for another's answer. */
  readonly goesOnAt: number | null;
}

/** Nothing sent yet and nothing waiting. */
export const NO_TRAFFIC: Traffic = { budget: null, waiting: 0, goesOnAt: null };

/** The body of an answer. JSON travels as text: it is smaller to clone and keeps big numbers whole. */
export type AnswerBody =
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Too much to show: how it begins. The whole can be saved to a file. */
  | { readonly kind: 'large'; readonly head: string }
  | { readonly kind: 'empty' };

/** One try at sending a request. Reads may take several, writes never more than one. */
export interface Attempt {
  /** Milliseconds spent waiting for it: for the rate limit, for other requests, or after a failure. */
  readonly waitedMs: number;
  /** Milliseconds from sending to its end. */
  readonly durationMs: number;
  readonly outcome:
    | { readonly kind: 'answered'; readonly status: number }
    | { readonly kind: 'failed'; readonly error: PerchError['kind'] };
}

/** What ClickUp answered, whatever the status. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** The path and query that were sent, below the API's origin. */
  readonly target: string;
  /** Milliseconds from sending to the last byte. */
  readonly durationMs: number;
  /** Bytes of the body as received after decompression. */
  readonly bytes: number;
  readonly contentType: string | null;
  readonly budget: RateBudget | null;
  /** Every attempt in order; the last one is this answer's. */
  readonly attempts: readonly Attempt[];
  /** How many values were blanked because they are secrets. */
  readonly redacted: number;
  readonly body: AnswerBody;
}

const value = z.union([
  z.string().max(2048),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string().max(2048), z.number()])).max(100),
]);
// Counted before they are looked at; and an own `__proto__` is refused, which `z.record` would drop unsaid.
const parameters = z
  .custom<object>(
    (all) =>
      typeof all === 'object' &&
      all !== null &&
      Object.keys(all).length <= 40 &&
      !Object.hasOwn(all, '__proto__'),
  )
  .pipe(z.record(z.string().min(1).max(64), value));

/** The largest JSON body that a person may send, in UTF-16 code units. */
export const LONGEST_BODY = 2_000_000;

const body = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('json'), text: z.string().max(LONGEST_BODY) }),
  z.strictObject({
    kind: z.literal('file'),
    /** The one-use handle of a file that the person chose in main's dialog. */
    fileId: z.uuid(),
    fields: parameters,
  }),
]);

const request = {
  operationId: z.string().min(1).max(64),
  parameters,
  body,
};

/** Where a request stands that has not been answered yet. Times are Unix milliseconds. */
export type RequestProgress =
  | { readonly kind: 'waiting'; readonly ahead: number; readonly until: number | null }
  | { readonly kind: 'sending'; readonly attempt: number };

/** A request as it would go out, but for its headers and body. */
export interface RequestPreview {
  readonly method: Method;
  readonly url: string;
}

export const requestsContract = {
  operations: invocation(nothing).returns<readonly OperationInfo[]>(),
  send: invocation(
    z.strictObject({
      /** Chosen by the renderer, so that it can cancel before an answer comes. */
      requestId: z.uuid(),
      ...request,
      /** Asked for by Perch itself, as to offer a choice: the history leaves it out. */
      isOwn: z.literal(true).optional(),
    }),
  ).returns<Answer>(),
  cancel: invocation(z.strictObject({ requestId: z.uuid() })).returns<null>(),
  /** The address that a request would go to, for snippets. Reads no token. */
  preview: invocation(
    z.strictObject({ operationId: request.operationId, parameters }),
  ).returns<RequestPreview>(),
};

/** The value of one parameter as it crosses the bridge. */
export type ParameterValue = z.output<typeof value>;

/** The parameters of a request by name. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** The body of a request as it crosses the bridge. */
export type RequestBody = z.output<typeof body>;

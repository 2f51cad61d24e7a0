import * as z from 'zod';
import { invocation, nothing } from './invocation.ts';

/** How a parameter is typed in and checked. `timestamp` is Unix milliseconds. */
export type ParameterType = 'string' | 'integer' | 'boolean' | 'timestamp' | 'strings' | 'choice';

export interface ParameterInfo {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly type: ParameterType;
  readonly required: boolean;
  readonly about: string;
  /** The values of a `choice`. */
  readonly choices?: readonly string[];
  /** Names the value that Perch can fill in by itself. */
  readonly fill?: 'workspace';
}

/** One operation of ClickUp's API, as data the renderer can show. */
export interface OperationInfo {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path template below `/api`, such as `/v2/team/{team_id}/space`. */
  readonly path: string;
  readonly title: string;
  readonly about: string;
  readonly tag: string;
  readonly parameters: readonly ParameterInfo[];
}

/** The request budget ClickUp grants a token, from its `X-RateLimit-*` headers. */
export interface RateBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Unix milliseconds. */
  readonly resetAt: number | null;
}

/** The body of an answer. JSON travels as text: it is smaller to clone and keeps big numbers whole. */
export type AnswerBody =
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' };

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
  /** How many values were blanked because they are secrets. */
  readonly redacted: number;
  readonly body: AnswerBody;
}

const value = z.union([
  z.string().max(2048),
  z.number(),
  z.boolean(),
  z.array(z.string().max(256)).max(100),
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

export const requestsContract = {
  operations: invocation(nothing).returns<readonly OperationInfo[]>(),
  send: invocation(
    z.strictObject({
      /** Chosen by the renderer, so that it can cancel before an answer comes. */
      requestId: z.uuid(),
      operationId: z.string().min(1).max(64),
      parameters,
    }),
  ).returns<Answer>(),
  cancel: invocation(z.strictObject({ requestId: z.uuid() })).returns<null>(),
};

/** The value of one parameter as it crosses the bridge. */
export type ParameterValue = z.output<typeof value>;

import type { AuthorizationKind } from './authorization.ts';

/** A request as tests and the Requests screen may see it: never with its token. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Each parameter with all its values, in the order sent. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Null while unanswered, and for good where no status line was sent. */
  readonly status: number | null;
  /** Unix ms of its arrival. */
  readonly at: number;
  readonly authorization: AuthorizationKind;
}

const KEPT = 1000;

export interface RequestLog {
  /** Notes an arrival; the function it gives notes the status once one is sent. */
  arrive(request: Omit<RecordedRequest, 'status'>): (status: number) => void;
  /** The last 1,000 by arrival, as they stand now. */
  snapshot(): readonly RecordedRequest[];
}

export function createRequestLog(): RequestLog {
  const entries: { request: RecordedRequest }[] = [];
  return {
    arrive(arrived) {
      const entry = { request: { ...arrived, status: null as number | null } };
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
      return (status) => {
        entry.request = { ...entry.request, status };
      };
    },
    snapshot: () => entries.map(({ request }) => request),
  };
}

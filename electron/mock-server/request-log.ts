import { createHmac, randomBytes } from 'node:crypto';
import type { AuthorizationKind } from './authorization.ts';
import type { FaultAction } from './faults.ts';

/** A request as tests and the Requests screen may see it: never with its token, a code or a secret. */
export interface RecordedRequest {
  /** Counts the server's requests from 1. */
  readonly id: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Each parameter with all its values, in the order sent; secret ones by name only. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Null while unanswered, and for good where no status line was sent. */
  readonly status: number | null;
  /** Unix ms of its arrival. */
  readonly at: number;
  /** Until the last byte was handed over or the connection ended; null while open. */
  readonly durationMs: number | null;
  readonly authorization: AuthorizationKind;
  /** The faults that hit it. */
  readonly faults: readonly FaultAction['kind'][];
}

/** A request that is under way. */
export interface OpenRequest {
  /** Notes what it carries, by fingerprint alone. */
  carries(secret: string): void;
  hitBy(faults: readonly FaultAction['kind'][]): void;
  answered(status: number): void;
  /** Notes its end, once. `now`: Unix ms. */
  ended(now: number): void;
}

export interface RequestLog {
  /** Notes an arrival. */
  arrive(
    request: Pick<RecordedRequest, 'method' | 'path' | 'at' | 'authorization'>,
    parameters: URLSearchParams,
  ): OpenRequest;
  /** The last 1,000 by arrival, as they stand now. */
  snapshot(): readonly RecordedRequest[];
  /** Whether a request, if it is still kept, brought this token, code, state or client secret. */
  carried(id: number, secret: string): boolean;
}

const KEPT = 1000;

/** The parameters whose values are secrets or lead to one. */
export const SECRET_PARAMETERS: readonly string[] = [
  'access_token',
  'client_secret',
  'code',
  'state',
  'token',
];

/** Stands in the record where a secret stood. */
const HIDDEN = '(hidden)';

interface Entry {
  request: RecordedRequest;
  readonly fingerprints: Set<string>;
}

/** Holds no secret: what a request carried is kept as an HMAC with a key that nobody else has. */
export function createRequestLog(): RequestLog {
  const key = randomBytes(32);
  const fingerprint = (secret: string): string =>
    createHmac('sha256', key).update(secret).digest('base64');
  const entries: Entry[] = [];
  let arrivals = 0;
  return {
    arrive(arrived, parameters) {
      arrivals += 1;
      const entry: Entry = {
        request: {
          ...arrived,
          id: arrivals,
          query: grouped(parameters),
          status: null,
          durationMs: null,
          faults: [],
        },
        fingerprints: new Set(),
      };
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
      const change = (by: Partial<RecordedRequest>): void => {
        entry.request = { ...entry.request, ...by };
      };
      return {
        carries: (secret) => void entry.fingerprints.add(fingerprint(secret)),
        hitBy: (faults) => change({ faults }),
        answered: (status) => change({ status }),
        ended: (now) => {
          if (entry.request.durationMs === null) change({ durationMs: now - entry.request.at });
        },
      };
    },
    snapshot: () => entries.map(({ request }) => request),
    carried: (id, secret) =>
      entries.find(({ request }) => request.id === id)?.fingerprints.has(fingerprint(secret)) ??
      false,
  };
}

const grouped = (parameters: URLSearchParams): Record<string, readonly string[]> =>
  Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, SECRET_PARAMETERS.includes(name) ? values.map(() => HIDDEN) : values];
    }),
  );

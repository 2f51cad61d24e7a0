import { refuse, type Answer } from './answer.ts';

/** What goes wrong. */
export type FaultAction =
  /** An error in ClickUp's form. With 429 the rate headers say that nothing remains. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly ecode: string;
      readonly sentence: string;
    }
  /** A web page where JSON should be, as a proxy or a captive portal sends it. */
  | { readonly kind: 'html'; readonly status: 200 | 502 }
  /** Sends the client to the same path and query on another origin. */
  | {
      readonly kind: 'redirect';
      readonly status: 301 | 302 | 303 | 307 | 308;
      readonly origin: string;
    }
  /** 200 with JSON that breaks off. */
  | { readonly kind: 'malformedJson' }
  /** 200 with no byte of body. */
  | { readonly kind: 'emptyBody' }
  /** The right answer, late. */
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'cutBeforeHeaders' }
  /** Headers and half of the right body, then the connection ends. */
  | { readonly kind: 'cutMidBody' }
  /** Nothing until the server is closed. */
  | { readonly kind: 'neverAnswer' };

export interface FaultMatch {
  readonly method?: string;
  /** The path without the query: all of it as text, or any part by pattern. */
  readonly path?: string | RegExp;
}

export type Fault = FaultAction & {
  /** Which requests it hits; all where not given. */
  readonly match?: FaultMatch;
  /** How many requests it hits before it is over; until `fail(null)` where not given. */
  readonly times?: number;
};

export interface RequestTarget {
  readonly method: string;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
}

/** How an answer leaves the server. */
export type Delivery =
  | { readonly kind: 'whole'; readonly answer: Answer }
  | { readonly kind: 'late'; readonly answer: Answer; readonly ms: number }
  | { readonly kind: 'half'; readonly answer: Answer }
  | { readonly kind: 'cut' }
  | { readonly kind: 'never' };

const PAGE =
  '<!doctype html><html><title>Bad gateway</title><body><h1>Bad gateway</h1></body></html>';

/**
 * Combines a fault with the operation it meets. `status`, `html` and `redirect` come from in front of
 * ClickUp, so the operation does not run; all others spoil the answer of one that has run.
 */
export function spoil(
  fault: FaultAction | null,
  { path, search }: RequestTarget,
  operate: () => Answer,
): Delivery {
  switch (fault?.kind) {
    case undefined:
      return { kind: 'whole', answer: operate() };
    case 'status':
      return { kind: 'whole', answer: refuse(fault.status, fault.sentence, fault.ecode) };
    case 'html':
      return {
        kind: 'whole',
        answer: { status: fault.status, contentType: 'text/html; charset=utf-8', body: PAGE },
      };
    case 'redirect':
      return {
        kind: 'whole',
        answer: {
          status: fault.status,
          contentType: 'text/plain',
          body: '',
          headers: { Location: `${fault.origin}${path}${search}` },
        },
      };
    case 'malformedJson': {
      const { body, ...answer } = operate();
      return { kind: 'whole', answer: { ...answer, status: 200, body: body.slice(0, -1) } };
    }
    case 'emptyBody':
      return { kind: 'whole', answer: { ...operate(), status: 200, body: '' } };
    case 'latency':
      return { kind: 'late', answer: operate(), ms: fault.ms };
    case 'cutMidBody':
      return { kind: 'half', answer: operate() };
    case 'cutBeforeHeaders':
      operate();
      return { kind: 'cut' };
    case 'neverAnswer':
      operate();
      return { kind: 'never' };
  }
}

export interface FaultPlan {
  /** Replaces the fault in force. */
  set(fault: Fault | null): void;
  /** The fault that hits a request, if any; counts it. */
  take(target: RequestTarget): FaultAction | null;
}

/** Holds at most one fault. */
export function createFaultPlan(): FaultPlan {
  let fault: Fault | null = null;
  let left = 0;
  return {
    set(next) {
      fault = next;
      left = next?.times ?? Number.POSITIVE_INFINITY;
    },
    take(target) {
      if (fault === null || left <= 0 || !hits(fault.match, target)) return null;
      left -= 1;
      return fault;
    },
  };
}

function hits(match: FaultMatch | undefined, { method, path }: RequestTarget): boolean {
  if (match?.method !== undefined && match.method !== method) return false;
  if (match?.path === undefined) return true;
  return typeof match.path === 'string' ? match.path === path : path.search(match.path) >= 0;
}

/** What a 429 says of the token's standing. ClickUp's page promises the three headers; see `rateHeaders`. */
export type RateHeaderStyle =
  /** The three headers as they are. */
  | 'honest'
  /** A reset ten years away. */
  | 'farReset'
  /** The reset in Unix milliseconds instead of seconds. */
  | 'resetInMs'
  /** No header at all. */
  | 'none'
  /** `Retry-After` in seconds alone, which ClickUp does not document. */
  | 'retryAfter';

/** What becomes of a request. Where the operation runs, what it writes is written. */
export type FaultOutcome =
  /** An error in ClickUp's form. With 429 the rate headers say that nothing remains. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly ecode: string;
      readonly sentence: string;
      /** Whether the operation runs all the same; it does not where not given. */
      readonly commits?: boolean;
    }
  /** 429 in ClickUp's form; the operation does not run. */
  | { readonly kind: 'rateLimited'; readonly headers: RateHeaderStyle }
  /** A web page where JSON should be, as a proxy or a captive portal sends it. */
  | {
      readonly kind: 'html';
      readonly status: number;
      /** Whether the operation runs all the same; it does not where not given. */
      readonly commits?: boolean;
    }
  /** Sends the client to the same path and query on another origin; the operation does not run. */
  | {
      readonly kind: 'redirect';
      readonly status: 301 | 302 | 303 | 307 | 308;
      readonly origin: string;
    }
  /** 200 with JSON that breaks off; the operation has run. */
  | { readonly kind: 'malformedJson' }
  /** 200 with no byte of body; the operation has run. */
  | { readonly kind: 'emptyBody' }
  /** The operation has run, then the connection ends without a byte. `commitThenCut` can do it late. */
  | { readonly kind: 'cutBeforeHeaders' }
  /** The connection ends without a byte and nothing has happened. */
  | { readonly kind: 'cutBeforeCommit' }
  /** The operation runs `lateMs` after the arrival, at once where not given; then the connection ends. */
  | { readonly kind: 'commitThenCut'; readonly lateMs?: number }
  /** The connection ends at once; the operation runs `lateMs` later all the same. */
  | { readonly kind: 'cutThenCommit'; readonly lateMs: number }
  /** Headers and half of the right body, then the connection ends. An answer without a body is cut whole. */
  | { readonly kind: 'cutMidBody' }
  /** Headers at once, then the right body, `bytes` of it every `everyMs`. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  /** Nothing until the server is closed. */
  | {
      readonly kind: 'neverAnswer';
      /** Whether the operation runs; it does where not given. */
      readonly commits?: boolean;
    };

/** What can come on top of an outcome and of each other. */
export type FaultModifier =
  /** The operation runs at once; whatever follows from it comes `ms` later, plus up to `jitterMs`. */
  | { readonly kind: 'latency'; readonly ms: number; readonly jitterMs?: number }
  /** What a request writes shows up in lists only `ms` later. */
  | { readonly kind: 'delayedVisibility'; readonly ms: number };

/** What goes wrong. */
export type FaultAction = FaultOutcome | FaultModifier;

export interface FaultMatch {
  readonly method?: string;
  /** The path without the query: all of it as text, or any part by pattern. */
  readonly path?: string | RegExp;
}

export type Fault = FaultAction & {
  /** Which requests it hits; all where not given. */
  readonly match?: FaultMatch;
  /** How many requests it hits before it is over; until the faults are replaced where not given. */
  readonly times?: number;
  /** How likely it hits a request that matches, from 0 to 1; 1 where not given. Drawn from the server's seed. */
  readonly probability?: number;
};

export interface RequestTarget {
  readonly method: string;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
}

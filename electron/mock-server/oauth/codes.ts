import type { Grant } from '../token-book.ts';

/** What an authorization code is worth. */
export type Redemption =
  | { readonly kind: 'good'; readonly grant: Grant }
  /** Never given out, given out for another app, or too old. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'used' };

/** Authorization codes, each good once. */
export interface CodeBook {
  /** `now`: Unix ms. */
  issue(code: string, grant: Grant, now: number): void;
  /** Uses a code up if it is good at `now` (Unix ms). */
  redeem(code: string, clientId: string, now: number): Redemption;
}

/** @param lifeMs How long a code is good. */
export function createCodeBook(lifeMs: number): CodeBook {
  const codes = new Map<string, { readonly grant: Grant; readonly until: number; used: boolean }>();
  return {
    issue: (code, grant, now) => void codes.set(code, { grant, until: now + lifeMs, used: false }),
    redeem(code, clientId, now) {
      const found = codes.get(code);
      if (found?.grant.clientId !== clientId) return { kind: 'unknown' };
      if (found.used) return { kind: 'used' };
      if (now >= found.until) return { kind: 'unknown' };
      found.used = true;
      return { kind: 'good', grant: found.grant };
    },
  };
}

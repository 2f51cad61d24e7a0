import { createHash, timingSafeEqual } from 'node:crypto';
import { assertNever } from '../../contract/errors.ts';
import type { IgnoredAnswer, Redirect } from '../../contract/oauth.ts';
import type { Endpoint } from '../../clickup/endpoint.ts';
import type { Callback } from './callback.ts';
import { arrivalsOf } from './redirects.ts';

/** One sign-in under way. `state` is the only proof that an answer belongs to it; it stays in main. */
export interface Attempt {
  /** 256 random bits as base64url (RFC 8252 §8.9). */
  readonly state: string;
  readonly redirect: Redirect;
  readonly appId: string;
  readonly clientId: string;
  /** The connection that is to be updated, or null for a new one. */
  readonly connectionId: string | null;
  readonly endpoint: Endpoint;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

/** Milliseconds for which an answer is waited for. */
export const ATTEMPT_MS = 10 * 60_000;

/** Bytes of randomness in a state. */
export const STATE_BYTES = 32;

/** The page on which the person authorizes the app (step 2 of ClickUp's authentication page). */
export function authorizeAddress({ endpoint, clientId, redirect, state }: Attempt): string {
  const url = new URL('/api', endpoint.authorize);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('redirect_uri', redirect.uri);
  url.searchParams.set('state', state);
  return url.href;
}

/** What an answer means for the attempt that is pending. */
export type Judgement =
  | { readonly kind: 'exchange'; readonly code: string }
  | { readonly kind: 'denied'; readonly description: string | null }
  | { readonly kind: 'empty' }
  | { readonly kind: 'expired' }
  /** It proves nothing: no network call, and the attempt goes on (requirements O3, O5, O6). */
  | { readonly kind: 'ignored'; readonly reason: IgnoredAnswer };

const ignored = (reason: IgnoredAnswer): Judgement => ({ kind: 'ignored', reason });

/**
 * Decides by the state first, then by where the answer arrived, then by its age, and only then looks
 * at what it says.
 * @param now Unix milliseconds.
 */
export function judge(attempt: Attempt, callback: Callback, now: number): Judgement {
  if (callback.kind === 'refused') {
    if (callback.reason === 'noState') return ignored('noState');
    return ignored(callback.reason === 'bareCode' ? 'bareCode' : 'unreadable');
  }
  if (!isSameState(attempt.state, callback.state)) return ignored('otherState');
  if (!arrivalsOf(attempt.redirect).includes(callback.arrival)) return ignored('otherRedirect');
  if (now >= attempt.expiresAt) return { kind: 'expired' };
  switch (callback.kind) {
    case 'code':
      return { kind: 'exchange', code: callback.code };
    case 'denied':
      return { kind: 'denied', description: callback.description };
    case 'empty':
      return { kind: 'empty' };
    default:
      return assertNever(callback);
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in a time that says nothing about where two states differ. */
export const isSameState = (one: string, other: string): boolean =>
  timingSafeEqual(digest(one), digest(other));

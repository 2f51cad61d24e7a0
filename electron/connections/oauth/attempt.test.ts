import { describe, expect, it } from 'vitest';
import { CLICKUP } from '../../clickup/endpoint.ts';
import { type Attempt, authorizeAddress, isSameState, judge } from './attempt.ts';
import { parseCallback } from './callback.ts';
import { OWN_REDIRECTS } from './redirects.ts';

const OURS = 'app.perch.desktop://oauth/callback';
const attempt: Attempt = {
  state: 'SAMPLE_state',
  redirect: { route: 'protocol', uri: OURS },
  appId: 'b3f1c9d2-6a1e-4c0b-9f4e-2d7a1c5e8f01',
  clientId: 'SAMPLE & client',
  connectionId: null,
  endpoint: CLICKUP,
  expiresAt: 1000,
};
const judged = (address: string, now = 0, change: Partial<Attempt> = {}) =>
  judge({ ...attempt, ...change }, parseCallback(address), now);

describe('the authorize address', () => {
  it('names the app, the redirect URL and the state, each escaped, and no secret', () => {
    expect(authorizeAddress(attempt)).toBe(
      'https://app.clickup.com/api?client_id=SAMPLE+%26+client' +
        '&redirect_uri=app.perch.desktop%3A%2F%2Foauth%2Fcallback&state=SAMPLE_state',
    );
  });
});

describe('an answer', () => {
  it('with the right state, at the right place, in time is exchanged', () => {
    expect(judged(`${OURS}?state=SAMPLE_state&code=c`, 999)).toEqual({
      kind: 'exchange',
      code: 'c',
    });
  });

  it('too late has expired, even a refusal', () => {
    expect(judged(`${OURS}?state=SAMPLE_state&code=c`, 1000)).toEqual({ kind: 'expired' });
    expect(judged(`${OURS}?state=SAMPLE_state&error=x`, 1000)).toEqual({ kind: 'expired' });
  });

  it.each([
    [`${OURS}?state=other&code=c`, 'otherState'],
    [`${OURS}?state=other&error=access_denied`, 'otherState'],
    [`${OURS}?code=c`, 'noState'],
    ['SAMPLE_code', 'bareCode'],
    ['no address', 'unreadable'],
    ['https://perch.example/?state=SAMPLE_state&code=c', 'otherRedirect'],
    ['http://127.0.0.1:17291/oauth/callback?state=SAMPLE_state&code=c', 'otherRedirect'],
  ])('%s is ignored: %s', (address, reason) => {
    expect(judged(address)).toEqual({ kind: 'ignored', reason });
    // Its age is not even looked at: the attempt goes on.
    expect(judged(address, 5000)).toEqual({ kind: 'ignored', reason });
  });

  it('to a bridge may be forwarded or pasted; to one loopback port it may come at that port only', () => {
    const bridge = { route: 'bridge', uri: 'https://perch.example/back' } as const;
    const taken = { kind: 'exchange', code: 'c' };
    expect(judged(`${OURS}?state=SAMPLE_state&code=c`, 0, { redirect: bridge })).toEqual(taken);
    expect(judged(`${bridge.uri}?state=SAMPLE_state&code=c`, 0, { redirect: bridge })).toEqual(
      taken,
    );
    const [, first, second] = OWN_REDIRECTS;
    if (first === undefined || second === undefined) throw new Error('Two are expected');
    const at = (uri: string) => judged(`${uri}?state=SAMPLE_state&code=c`, 0, { redirect: first });
    expect(at(first.uri)).toEqual(taken);
    expect(at(second.uri)).toEqual({ kind: 'ignored', reason: 'otherRedirect' });
  });
});

describe('states', () => {
  it('are the same only where every character is', () => {
    expect(isSameState('a', 'a')).toBe(true);
    for (const other of ['', 'b', 'aa', 'A', 'a ']) expect(isSameState('a', other)).toBe(false);
  });
});

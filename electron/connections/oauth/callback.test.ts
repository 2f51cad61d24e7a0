import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../any-text.test-support.ts';
import { type Attempt, judge } from './attempt.ts';
import { parseCallback, parsePasted } from './callback.ts';
import { HOSTILE_AGAINST, HOSTILE_CALLBACKS } from './hostile-callbacks.test-support.ts';
import { OWN_REDIRECTS } from './redirects.ts';

const OURS = 'app.perch.desktop://oauth/callback';
const LOOPBACK = 'http://127.0.0.1:17291/oauth/callback';

const attempt: Attempt = {
  state: HOSTILE_AGAINST,
  redirect: { route: 'protocol', uri: OURS },
  appId: '',
  clientId: 'SAMPLE_CLIENT',
  connectionId: null,
  endpoint: { api: 'https://api.clickup.com', authorize: 'https://app.clickup.com' },
  expiresAt: 2,
};

describe('an address on which a browser ended', () => {
  it.each([OURS, LOOPBACK, 'https://perch.example/callback'])('is read at %s', (arrival) => {
    expect(parseCallback(`${arrival}?state=s&code=c`)).toEqual({
      kind: 'code',
      arrival,
      state: 's',
      code: 'c',
    });
  });

  it('is read whatever the order and what else is in it, and unescaped', () => {
    expect(parseCallback(`${OURS}?x=1&code=a%2Fb%2Bc&y=&state=s%3D`)).toEqual({
      kind: 'code',
      arrival: OURS,
      state: 's=',
      code: 'a/b+c',
    });
  });

  it('is a refusal where it holds an error, even beside a code', () => {
    const denied = { kind: 'denied', arrival: OURS, state: 's' };
    expect(parseCallback(`${OURS}?state=s&error=access_denied`)).toEqual({
      ...denied,
      description: null,
    });
    expect(parseCallback(`${OURS}?state=s&error=server_error`)).toEqual({
      ...denied,
      description: 'server_error',
    });
    expect(
      parseCallback(`${OURS}?code=c&error=x&error_description=Not%20today%0a%3Cb%3E&state=s`),
    ).toEqual({ ...denied, description: 'Not today <b>' });
    expect(parseCallback(`${OURS}?error=x&error_description=%0a%00&state=s`)).toEqual({
      ...denied,
      description: null,
    });
    const long = parseCallback(`${OURS}?error=x&error_description=${'a'.repeat(900)}&state=s`);
    expect(long.kind === 'denied' ? long.description?.length : 0).toBe(200);
  });

  it('is empty with neither', () => {
    const empty = { kind: 'empty', arrival: OURS, state: 's' };
    expect(parseCallback(`${OURS}?state=s`)).toEqual(empty);
    expect(parseCallback(`${OURS}?state=s&code=&error=`)).toEqual(empty);
  });

  it.each([
    [`${OURS}?code=c`, 'noState'],
    ['SAMPLE_code', 'bareCode'],
    ['two words', 'controlCharacters'],
    ['', 'notAnAddress'],
    ['http://perch.example/?state=s&code=c', 'otherScheme'],
    [`${OURS}?state=s&code=c&code=c`, 'duplicate'],
    [`${OURS}?state=s&code=c#`, 'fragment'],
    ['https://a@perch.example/?state=s&code=c', 'userinfo'],
    [`${OURS}?state=s&code=%0A`, 'malformed'],
    [`${OURS}?state=s&code=${'c'.repeat(4096)}`, 'tooLong'],
  ])('%j is refused: %s', (address, reason) => {
    expect(parseCallback(address)).toEqual({ kind: 'refused', reason });
  });

  it('may have space around it and lack http:// where it was pasted', () => {
    const expected = { kind: 'code', arrival: LOOPBACK, state: 's', code: 'c' };
    expect(parsePasted(` \n${LOOPBACK}?state=s&code=c\t`)).toEqual(expected);
    expect(parsePasted('127.0.0.1:17291/oauth/callback?state=s&code=c')).toEqual(expected);
    expect(parseCallback(` ${LOOPBACK}?state=s&code=c`).kind).toBe('refused');
  });
});

describe('hostile addresses', () => {
  it('are sixty and more, and none is one of the attempt’s', () => {
    expect(HOSTILE_CALLBACKS.length).toBeGreaterThanOrEqual(60);
    const taken = HOSTILE_CALLBACKS.filter(
      (address) => judge(attempt, parseCallback(address), 1).kind === 'exchange',
    );
    expect(taken).toEqual([]);
    const pastable = new Set([` ${OURS}`, `${OURS}?state=${HOSTILE_AGAINST}&code=a `]);
    const pasted = HOSTILE_CALLBACKS.filter(
      (address) =>
        judge(attempt, parsePasted(address), 1).kind === 'exchange' &&
        ![...pastable].some((start) => address.startsWith(start)),
    );
    expect(pasted).toEqual([]);
  });

  it('no text makes the parser throw, and none but one with the state is an answer', () => {
    const pieces = fc.oneof(
      anyText(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom(...HOSTILE_CALLBACKS),
      fc
        .tuple(
          fc.constantFrom(...OWN_REDIRECTS.map(({ uri }) => uri), 'https://perch.example/'),
          fc.array(
            fc.tuple(
              fc.constantFrom('state', 'code', 'error', 'error_description', 'x', '__proto__'),
              anyText(20),
            ),
            { maxLength: 5 },
          ),
        )
        .map(
          ([uri, pairs]) =>
            `${uri}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')}`,
        ),
    );
    fc.assert(
      fc.property(pieces, fc.boolean(), (text, isPasted) => {
        const callback = isPasted ? parsePasted(text) : parseCallback(text);
        const judged = judge(attempt, callback, 1);
        const isOurs = judged.kind !== 'ignored';
        expect(isOurs && !text.includes(HOSTILE_AGAINST)).toBe(false);
        const { code, state } = callback.kind === 'code' ? callback : { code: 'c', state: 's' };
        expect(code + state).toMatch(/^[\u0021-\u007e]{2,}$/u);
      }),
      { numRuns: 10_000 },
    );
  });
});

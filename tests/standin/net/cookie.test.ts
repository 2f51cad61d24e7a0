import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cookiesFor, parseSetCookie, toCookieHeader } from './cookie.ts';

const NOW = 1_000_000;
const HERE = new URL('https://www.example.com/folder/page');
const parse = (field: string, url = HERE) => parseSetCookie(field, url, NOW);

describe('parseSetCookie', () => {
  test('takes every attribute', () => {
    expect(
      parse('a=1; Domain=example.com; Path=/x; Secure; HttpOnly; SameSite=Lax; Max-Age=60'),
    ).toEqual({
      name: 'a',
      value: '1',
      domain: '.example.com',
      hostOnly: false,
      path: '/x',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      session: false,
      expirationDate: NOW + 60,
    });
  });

  test('fills in what is not said', () => {
    expect(parse('a=b=c')).toMatchObject({
      value: 'b=c',
      domain: 'www.example.com',
      hostOnly: true,
      path: '/folder',
      session: true,
      sameSite: 'unspecified',
    });
  });

  test.each([
    ['', 'nothing'],
    ['a=1; Domain=other.com', 'another domain'],
    ['a=1; Domain=com', 'a whole top-level domain'],
    ['a=1; SameSite=None', 'SameSite=None without Secure'],
    ['__Secure-a=1', 'the prefix without Secure'],
    ['__Host-a=1; Secure; Path=/x', 'the prefix with a path'],
  ])('refuses %j: %s', (field) => {
    expect(parse(field)).toBeUndefined();
  });

  test('refuses Secure from a server that is not', () => {
    expect(parse('a=1; Secure', new URL('http://www.example.com/'))).toBeUndefined();
    expect(parse('a=1; Secure', new URL('http://127.0.0.1/'))).toBeDefined();
  });

  test('never throws, and what it takes goes back to the same server', () => {
    fc.assert(
      fc.property(fc.string(), (field) => {
        const cookie = parse(`${field}; Path=/`);
        if (cookie === undefined) return;
        const isKept = cookie.expirationDate === undefined || cookie.expirationDate > NOW;
        expect(cookiesFor([cookie], HERE, NOW)).toHaveLength(isKept ? 1 : 0);
      }),
    );
  });
});

describe('cookiesFor', () => {
  test('puts the longest path first and leaves out what does not fit', () => {
    const cookies = ['a=1; Path=/', 'b=2; Path=/folder', 'c=3; Path=/fold', 'd=4; Max-Age=0'];
    const stored = cookies.map((field) => parse(field)).filter((cookie) => cookie !== undefined);
    expect(toCookieHeader(cookiesFor(stored, HERE, NOW))).toBe('b=2; a=1');
    expect(cookiesFor(stored, new URL('https://example.com/folder'), NOW)).toEqual([]);
  });
});

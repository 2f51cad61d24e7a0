import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../any-text.test-support.ts';
import { arrivalsOf, nextRedirect, OWN_REDIRECTS, portOf, readRedirect } from './redirects.ts';

describe('the redirect URLs that Perch answers itself', () => {
  it('begin with the custom protocol, whose scheme is a domain name backwards', () => {
    expect(OWN_REDIRECTS[0]).toEqual({
      route: 'protocol',
      uri: 'app.perch.desktop://oauth/callback',
    });
  });

  it('are followed by three loopback addresses with ports that systems do not hand out', () => {
    const loopback = OWN_REDIRECTS.filter(({ route }) => route === 'loopback');
    expect(loopback).toHaveLength(3);
    for (const redirect of loopback) {
      expect(redirect.uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/u);
      expect(portOf(redirect)).toBeGreaterThan(1023);
      expect(portOf(redirect)).toBeLessThan(32_768);
    }
    expect(new Set(loopback.map(portOf)).size).toBe(3);
  });
});

describe('a redirect URL as a person types it', () => {
  it.each(OWN_REDIRECTS)('is one of our own: $uri', (redirect) => {
    expect(readRedirect(` ${redirect.uri}\n`)).toEqual({ kind: 'redirect', redirect });
  });

  it.each([
    ['perch.example/callback', 'https://perch.example/callback'],
    ['https://perch.example', 'https://perch.example/'],
    ['HTTPS://Perch.Example/Callback', 'https://perch.example/Callback'],
    ['perch.example:8443/x', 'https://perch.example:8443/x'],
  ])('%s is the bridge %s', (text, uri) => {
    expect(readRedirect(text)).toEqual({ kind: 'redirect', redirect: { route: 'bridge', uri } });
  });

  it.each([
    ['http://perch.example/callback', 'plainHttp'],
    ['http://127.0.0.1:1234/oauth/callback', 'plainHttp'],
    ['http://localhost:17291/oauth/callback', 'plainHttp'],
    ['app.perch.desktop://oauth/other', 'otherScheme'],
    ['javascript://perch.example/', 'otherScheme'],
    ['https://perch.example/?a=b', 'hasQuery'],
    ['https://perch.example/#a', 'hasQuery'],
    ['https://me@perch.example/', 'notAnAddress'],
    ['https://localhost/', 'notAnAddress'],
    ['two words.example', 'notAnAddress'],
    ['perch.example\\callback', 'notAnAddress'],
    ['', 'notAnAddress'],
    ['https://', 'notAnAddress'],
  ])('%j is refused: %s', (text, reason) => {
    expect(readRedirect(text)).toEqual({ kind: 'refused', reason });
  });

  it('never throws, and what it takes is our own or https without userinfo, query or fragment', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.webUrl()), (text) => {
        const read = readRedirect(text);
        if (read.kind === 'refused' || read.redirect.route !== 'bridge') return;
        const url = new URL(read.redirect.uri);
        expect([url.protocol, url.username, url.search, url.hash]).toEqual(['https:', '', '', '']);
        expect(readRedirect(url.href)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('routes', () => {
  it('a bridge’s answer may come by the custom protocol, all others only where they were sent', () => {
    const bridge = { route: 'bridge', uri: 'https://perch.example/' } as const;
    expect(arrivalsOf(bridge)).toEqual([bridge.uri, 'app.perch.desktop://oauth/callback']);
    for (const own of OWN_REDIRECTS) expect(arrivalsOf(own)).toEqual([own.uri]);
  });

  it('are tried in the order in which they are registered', () => {
    const [first, second] = OWN_REDIRECTS;
    if (first === undefined || second === undefined) throw new Error('Two are expected');
    expect(nextRedirect([first, second], first)).toEqual(second);
    expect(nextRedirect([first, second], second)).toBeNull();
  });
});

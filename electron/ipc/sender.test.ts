import { describe, expect, it } from 'vitest';
import { isTrustedSender, type SenderEvent } from './sender.ts';

const OURS = 1;
const isKnown = (id: number): boolean => id === OURS;
const event = (change: {
  readonly id?: number;
  readonly url?: string;
  readonly parent?: unknown;
}): SenderEvent => ({
  sender: { id: change.id ?? OURS },
  senderFrame: {
    url: change.url ?? 'app://perch/index.html',
    parent: change.parent ?? null,
  },
});

describe('isTrustedSender', () => {
  it.each(['app://perch/index.html', 'app://perch/', 'app://perch/index.html#/tokens?x=1'])(
    'trusts the main frame of our window at %s',
    (url) => {
      expect(isTrustedSender(event({ url }), isKnown)).toBe(true);
    },
  );

  it('refuses a frame that has gone', () => {
    expect(isTrustedSender({ sender: { id: OURS }, senderFrame: null }, isKnown)).toBe(false);
  });

  it('refuses an iframe, even one of our own page', () => {
    expect(isTrustedSender(event({ parent: { url: 'app://perch/index.html' } }), isKnown)).toBe(
      false,
    );
  });

  it('refuses another window, even one that shows our page', () => {
    expect(isTrustedSender(event({ id: 2 }), isKnown)).toBe(false);
  });

  it.each([
    'https://perch',
    'https://perch/index.html',
    'http://perch/',
    'app://perch.evil/index.html',
    'app://evil.perch/',
    'app://perch@evil/index.html',
    'app://perch:80/index.html',
    'app://PERCH/index.html',
    'app://',
    'app:perch',
    'app:///perch',
    'apps://perch/',
    'xapp://perch/',
    'file:///app://perch/index.html',
    'https://evil.example/app://perch/',
    'blob:app://perch/0d9e8f7a',
    'data:text/html,app://perch',
    'javascript:location="app://perch"',
    'about:blank',
    'about:srcdoc',
    'chrome-error://chromewebdata/',
    'devtools://devtools/bundled/inspector.html',
    'not an address',
    '',
  ])('refuses a page at %j', (url) => {
    expect(isTrustedSender(event({ url }), isKnown)).toBe(false);
  });
});

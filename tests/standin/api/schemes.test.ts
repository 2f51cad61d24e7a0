import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Schemes } from './schemes.ts';

const schemes = new Schemes();
schemes.register([{ scheme: 'app' }, { scheme: 'app.perch.fixture' }]);

describe('Schemes', () => {
  test.each([
    ['app://perch/index.html?a=1#b', 'https://perch.app.invalid/index.html?a=1#b'],
    ['APP://perch', 'https://perch.app.invalid'],
    ['app.perch.fixture://x/y', 'https://x.app.perch.fixture.invalid/y'],
  ])('loads %s as %s', (app, chromium) => {
    expect(schemes.toChromium(app)).toBe(chromium);
    expect(schemes.toApp(chromium)).toBe(app.replace('APP', 'app'));
  });

  test('leaves every other address alone, both ways', () => {
    for (const url of [
      'https://perch.invalid/',
      'http://perch.app.invalid/',
      'data:,x',
      'other://x/',
    ])
      expect([schemes.toChromium(url), schemes.toApp(url)]).toEqual([url, url]);
    expect(schemes.schemeOf('https://example.com/')).toBeUndefined();
    expect(schemes.schemeOf('https://perch.app.invalid/')).toBe('app');
  });

  test('translates back what it translated', () => {
    const host = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    const rest = fc.stringMatching(/^\/[a-z0-9/?#=&.%-]{0,20}$/);
    fc.assert(
      fc.property(fc.constantFrom('app', 'app.perch.fixture'), host, rest, (scheme, name, path) => {
        const url = `${scheme}://${name}${path}`;
        expect(schemes.toApp(schemes.toChromium(url))).toBe(url);
      }),
    );
  });

  test('translates sources of a policy, and nothing else in it', () => {
    expect(
      schemes.policyToChromium(
        "default-src 'self' app:; img-src app://perch/a data:, script-src x",
      ),
    ).toBe(
      "default-src 'self' https://*.app.invalid; img-src https://perch.app.invalid/a data:, script-src x",
    );
  });
});

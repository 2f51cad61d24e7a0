import { describe, expect, test } from 'vitest';
import { compileUrlPattern } from './url-pattern.ts';

describe('compileUrlPattern', () => {
  test.each([
    ['<all_urls>', 'app://host/x', true],
    ['*://*/*', 'https://a.example/x?y', true],
    ['https://*/*', 'http://a.example/', false],
    ['*://*.example.com/*', 'https://example.com/', true],
    ['*://*.example.com/*', 'https://deep.www.example.com/', true],
    ['*://*.example.com/*', 'https://notexample.com/', false],
    ['http://a.example/path*', 'http://a.example/path/deep?q', true],
    ['http://a.example/path', 'http://a.example/path?q', false],
    ['http://a.example/a?b', 'http://a.example/a?b', true],
    ['http://a.example/a?b', 'http://a.example/axb', false],
    ['http://a.example:8080/*', 'http://a.example:8080/', true],
    ['http://a.example:80/*', 'http://a.example/', true],
    ['http://a.example:81/*', 'http://a.example/', false],
    ['http://a.example:*/*', 'http://a.example:99/', true],
    ['file:///folder/*', 'file:///folder/x', true],
    ['app://host/*', 'app://host/x', true],
  ])('%s against %s: %s', (pattern, url, matches) => {
    expect(compileUrlPattern(pattern)(new URL(url))).toBe(matches);
  });

  test.each([
    ['example', 'Missing scheme separator.'],
    ['http:///x', 'Empty host.'],
    ['http://a.example', 'Empty path.'],
    ['http://a.*.example/', 'Invalid host wildcard.'],
    ['http://a.example:x/', 'Invalid port.'],
  ])('refuses %s: %s', (pattern, reason) => {
    expect(() => compileUrlPattern(pattern)).toThrow(`Invalid url pattern ${pattern}: ${reason}`);
  });
});

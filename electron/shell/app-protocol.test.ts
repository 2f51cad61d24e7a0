import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyText } from '../any-text.test-support.ts';
import { APP_PAGE, createAppProtocol, fileBelow } from './app-protocol.ts';

const base = mkdtempSync(join(tmpdir(), 'perch-app-'));
const root = join(base, 'renderer');
const page = '<!doctype html><style nonce="__CSP_NONCE__"></style><meta content="__CSP_NONCE__">';

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), page);
  writeFileSync(join(root, 'assets/index.js'), 'export {};');
  writeFileSync(join(root, 'assets/index.css'), 'p{}');
  writeFileSync(join(root, 'assets/a b.svg'), '<svg/>');
  writeFileSync(join(root, 'assets/dot.png'), new Uint8Array([0x89, 0x50]));
  writeFileSync(join(root, 'assets/font.woff2'), 'font');
  writeFileSync(join(root, 'assets/index.js.map'), '{}');
  writeFileSync(join(root, 'notes.txt'), 'private');
  writeFileSync(join(base, 'secret.js'), 'secret');
  mkdirSync(join(base, 'renderer-other'));
  writeFileSync(join(base, 'renderer-other/secret.js'), 'secret');
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const PICTURE = '/pictures/aHR0cHM6Ly9h';
const asked: string[] = [];
const serve = createAppProtocol(root, async (path) => {
  asked.push(path);
  return path === PICTURE ? { type: 'image/png', bytes: new Uint8Array([1, 2, 3]) } : null;
});
const get = (url: string, method = 'GET') => serve(new Request(url, { method }));

const TRAVERSALS = [
  '/../secret.js',
  '/..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/%2e%2e%2fsecret.js',
  '/assets/../../secret.js',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.js',
  '/..%5csecret.js',
  '/..\\secret.js',
  '/../renderer-other/secret.js',
  '/..%2frenderer-other%2fsecret.js',
  '/....//secret.js',
  '/%00/../secret.js',
  '/index.html%00.js',
  '/%',
  '/%E0%A4%A',
  '//secret.js/..',
] as const;

describe('fileBelow', () => {
  it.each(['/index.html', '/assets/index.js', '/assets/../index.html', '/assets/a%20b.svg'])(
    'finds %s',
    (pathname) => {
      expect(fileBelow(root, pathname)?.startsWith(root + sep)).toBe(true);
    },
  );

  it.each([
    '/..',
    '/../',
    '/../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e%2fsecret.js',
    '/../renderer-other/secret.js',
    '/a%00b',
    '/a\\b',
    '/a%5cb',
    '/%',
    '/%ff',
  ])('refuses %s', (pathname) => {
    expect(fileBelow(root, pathname)).toBeNull();
  });

  it('never leads out, whatever the path', () => {
    const part = fc.constantFrom(
      '/',
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      '%00',
      '%25',
      'a',
      '%',
      '\0',
      '//',
      '~',
      ':',
    );
    const pathname = fc.oneof(
      fc.array(part, { maxLength: 12 }).map((parts) => `/${parts.join('')}`),
      anyText(),
    );
    fc.assert(
      fc.property(pathname, (path) => {
        const file = fileBelow(root, path);
        if (file === null) return;
        const isInside = file.startsWith(root + sep) && !file.split(sep).includes('..');
        expect(isInside && !file.includes('\0')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the app protocol', () => {
  it.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/index.js', 'text/javascript; charset=utf-8'],
    ['/assets/index.css', 'text/css; charset=utf-8'],
    ['/assets/a%20b.svg', 'image/svg+xml'],
    ['/assets/dot.png', 'image/png'],
    ['/assets/font.woff2', 'font/woff2'],
    ['/index.html?theme=dark#/tokens', 'text/html; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const response = await get(`app://perch${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('serves bytes as they are', async () => {
    const response = await get('app://perch/assets/dot.png');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0x89, 0x50]);
  });

  it('serves pictures from where they are held, and no file in their place', async () => {
    const response = await get(`app://perch${PICTURE}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
    expect((await get('app://perch/pictures/../index.html')).status).toBe(200);
    for (const path of ['other', '%2e%2e/index.html', '..%2findex.html', ''])
      expect((await get(`app://perch/pictures/${path}`)).status).toBe(
        path.startsWith('%2e') ? 200 : 404,
      );
    expect((await get('app://evil/pictures/aHR0cHM6Ly9h')).status).toBe(404);
    expect(asked).toHaveLength(4);
  });

  it('gives each page a policy with a nonce of its own', async () => {
    const nonces = new Set<string>();
    for (let load = 0; load < 20; load += 1) {
      const response = await get(APP_PAGE);
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/u.exec(policy)?.[1] ?? '';
      expect(Buffer.from(nonce, 'base64').byteLength).toBe(16);
      expect(await response.text()).toBe(page.replaceAll('__CSP_NONCE__', nonce));
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(20);
  });

  it('allows a page nothing but its own files', async () => {
    const policy = (await get(APP_PAGE)).headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one]));
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('base-uri')).toBe("base-uri 'none'");
    expect(directives.get('form-action')).toBe("form-action 'none'");
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(directives.has('connect-src')).toBe(false);
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/u);
  });

  it.each(TRAVERSALS)('never serves what lies outside, as by %s', async (path) => {
    const response = await get(`app://perch${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found');
  });

  it.each([
    'app://perch/',
    'app://perch',
    'app://perch/assets',
    'app://perch/missing.js',
    'app://perch/assets.js',
    'app://perch/notes.txt',
    'app://perch/assets/index.js.map',
    'app://perch/index.html/',
    'app://perch/index.html::$DATA',
    'app://perch/index',
    'app://evil/index.html',
    'app://perch.evil/index.html',
    'app://perch:80/index.html',
  ])('has nothing at %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('does not take %s', async (method) => {
    expect((await get(APP_PAGE, method)).status).toBe(404);
  });
});

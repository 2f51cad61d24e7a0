import { describe, expect, test } from 'vitest';
import type { PerchError } from '../../electron/contract/errors.ts';
import { explainConnect } from '../screens/connect/problem.ts';
import { stringsFor } from '../strings/strings.ts';
import { explain } from './errors.ts';

const strings = stringsFor(['en-GB'], 'UTC');
const NOW = Date.UTC(2026, 10, 23, 14, 5);
const said = { sentence: 'Token invalid', ecode: 'OAUTH_025' };

/** One of each kind; a kind that is missing here does not compile. */
const samples: { readonly [K in PerchError['kind']]: Extract<PerchError, { kind: K }> } = {
  offline: { kind: 'offline' },
  timeout: { kind: 'timeout', afterMs: 30_000 },
  rateLimited: { kind: 'rateLimited', resetAt: NOW + 41_000, said },
  unauthorized: { kind: 'unauthorized', said },
  workspaceNotAuthorized: { kind: 'workspaceNotAuthorized', said },
  forbidden: { kind: 'forbidden', said },
  notFound: { kind: 'notFound', said },
  invalid: { kind: 'invalid', field: 'list_id', reason: 'A dot alone is not an id.', said },
  server: { kind: 'server', status: 503, said },
  badAnswer: { kind: 'badAnswer', status: 200, contentType: 'text/html', said },
  keychainLocked: { kind: 'keychainLocked' },
  keychainUnavailable: { kind: 'keychainUnavailable' },
  storage: { kind: 'storage', cause: 'full' },
  cancelled: { kind: 'cancelled' },
  expired: { kind: 'expired' },
  internal: { kind: 'internal' },
};
const all = Object.values(samples);

describe.each([
  ['explain', explain],
  ['explainConnect', explainConnect],
] as const)('%s', (_name, explainer) => {
  test.each(all)('gives $kind a title and advice in whole sentences', (error) => {
    const { title, advice } = explainer(error, strings, NOW);
    expect(title).toMatch(/^[A-Z].*[^.]$/u);
    expect(advice).toMatch(/^[A-Z].*\.$/u);
  });

  test('says something of its own for each kind', () => {
    const titles = all.map((error) => explainer(error, strings, NOW).title);
    expect(new Set(titles).size).toBe(all.length);
  });

  test.each(all.filter((error) => 'said' in error))(
    'keeps what ClickUp said about $kind',
    (error) => {
      expect(explainer(error, strings, NOW).said).toEqual(said);
    },
  );

  test('counts down to the end of a pause', () => {
    expect(explainer(samples.rateLimited, strings, NOW).advice).toContain('41 s');
    expect(explainer(samples.rateLimited, strings, NOW + 1000).advice).toContain('40 s');
  });
});

test('an answer that was too large is told by its size', () => {
  const tooLarge = { ...samples.badAnswer, largerThan: 64 * 1024 * 1024 };
  expect(explain(tooLarge, strings, NOW)).toMatchObject({
    title: 'The answer is too large',
    advice: expect.stringContaining('64 MB'),
  });
});

test('every cause of a storage error has its own words', () => {
  const causes = ['full', 'readOnly', 'corrupt', 'newer'] as const;
  const titles = causes.map((cause) => explain({ kind: 'storage', cause }, strings, NOW).title);
  expect(new Set(titles).size).toBe(causes.length);
});

test('a refused token leads to a new one, a locked keychain to unlocking it', () => {
  expect(explain(samples.unauthorized, strings, NOW).action).toBe('newToken');
  expect(explain(samples.unauthorized, strings, NOW, 'oauth').action).toBe('signInAgain');
  expect(explain(samples.keychainLocked, strings, NOW).action).toBe('unlock');
  expect(explain(samples.forbidden, strings, NOW).action).toBeNull();
});

test('connecting says what became of the token', () => {
  expect(explainConnect(samples.unauthorized, strings, NOW).advice).toContain('was not stored');
});

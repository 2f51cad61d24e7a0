import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyAnswer, readClickUpSaid, saysTokenIsGone } from './api-errors.ts';

const classify = (status: number, ecode: string) =>
  classifyAnswer(status, { sentence: 'No.', ecode }, null, 'application/json');

const numbered = (numbers: readonly string[]) => numbers.map((number) => `OAUTH_${number}`);
const GONE = numbered(['019', '021', '025', '077']);
const WORKSPACE = numbered(
  '023 026 027 029 030 031 032 033 034 035 036 037 038 039 040 041 042 043 044 045'.split(' '),
);

describe('readClickUpSaid', () => {
  it.each([
    [{ err: 'Token invalid', ECODE: 'OAUTH_025' }, 'Token invalid', 'OAUTH_025'],
    [{ error: 'No template', ECODE: 'TEMPLATE_1' }, 'No template', 'TEMPLATE_1'],
    [{ message: 'Oops' }, 'Oops', null],
    [{ err: '', error: 'Second' }, 'Second', null],
    [{ err: { nested: true }, message: 'Third' }, 'Third', null],
    // API v3's form.
    [{ status: 404, message: 'Channel not found', trace_id: '5f1c' }, 'Channel not found', null],
    [{ err: 'First', error: 'Second', message: 'Third', ECODE: 7 }, 'First', null],
  ])('reads %j', (body, sentence, ecode) => {
    expect(readClickUpSaid(body)).toEqual({ sentence, ecode });
  });

  it('keeps a code that comes without a sentence, since the code decides', () => {
    expect(readClickUpSaid({ ECODE: 'OAUTH_023' })).toEqual({
      sentence: 'OAUTH_023',
      ecode: 'OAUTH_023',
    });
    expect(readClickUpSaid({ err: null, ECODE: 'OAUTH_019' })?.ecode).toBe('OAUTH_019');
  });

  it.each([null, undefined, 7, 'text', [], {}, { err: 5 }, { ECODE: '' }, { ecode: 'x' }])(
    'finds nothing in %j',
    (body) => {
      expect(readClickUpSaid(body)).toBeNull();
    },
  );

  it('cuts a long sentence between whole characters', () => {
    const said = readClickUpSaid({ err: `${'x'.repeat(299)}\u{1F642}${'y'.repeat(400)}` });
    expect(said?.sentence.length).toBeLessThanOrEqual(300);
    expect(said?.sentence.isWellFormed()).toBe(true);
  });
});

describe('classifyAnswer', () => {
  it.each(GONE)('knows that %s is about the token, whatever the status', (ecode) => {
    for (const status of [400, 401, 403, 404]) {
      expect(classify(status, ecode).kind).toBe('unauthorized');
      expect(saysTokenIsGone(classify(status, ecode))).toBe(true);
    }
  });

  it.each(WORKSPACE)('knows that %s is about a Workspace and keeps the token', (ecode) => {
    for (const status of [400, 401, 403]) {
      const error = classify(status, ecode);
      expect(error.kind).toBe('workspaceNotAuthorized');
      expect(saysTokenIsGone(error)).toBe(false);
    }
  });

  it.each(['OAUTH_117', 'OAUTH_119'])('knows that %s is about a missing name', (ecode) => {
    expect(classify(400, ecode).kind).toBe('invalid');
  });

  it.each(['OAUTH_017', 'OAUTH_028', 'OAUTH_046', 'OAUTH_0190', 'oauth_019', 'TEAM_015', ''])(
    'takes a 401 with %j as no proof that the token is gone',
    (ecode) => {
      expect(classify(401, ecode).kind).toBe('unauthorized');
      expect(saysTokenIsGone(classify(401, ecode))).toBe(false);
    },
  );

  it.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [422, 'invalid'],
    [429, 'rateLimited'],
    [500, 'server'],
    [502, 'server'],
    [599, 'server'],
    [402, 'badAnswer'],
    [418, 'badAnswer'],
  ])('names a bare %d %s', (status, kind) => {
    expect(classifyAnswer(status, null, null, 'text/html').kind).toBe(kind);
  });

  it.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [429, 'rateLimited'],
    [500, 'server'],
  ])('goes by the status where API v3 answers %d, which has no codes', (status, kind) => {
    const said = readClickUpSaid({ status, message: 'No.', trace_id: '5f1c' });
    const error = classifyAnswer(status, said, null, 'application/json');
    expect(error).toMatchObject({ kind, said: { sentence: 'No.', ecode: null } });
    expect(saysTokenIsGone(error)).toBe(false);
  });

  it('takes OAUTH_027 for a Workspace out of reach, which unknown ids get too', () => {
    const said = readClickUpSaid({ err: 'Team not authorized', ECODE: 'OAUTH_027' });
    expect(classifyAnswer(401, said, null, 'application/json')).toEqual({
      kind: 'workspaceNotAuthorized',
      said: { sentence: 'Team not authorized', ecode: 'OAUTH_027' },
    });
  });

  it('puts the rate limit before any code and passes on when it ends', () => {
    const said = { sentence: 'Rate limit reached', ecode: 'OAUTH_019' };
    expect(classifyAnswer(429, said, 1_790_000_060_000, null)).toEqual({
      kind: 'rateLimited',
      resetAt: 1_790_000_060_000,
      said,
    });
  });

  it('never throws and always answers one of the closed list', () => {
    const kinds = new Set([
      'unauthorized',
      'workspaceNotAuthorized',
      'forbidden',
      'notFound',
      'invalid',
      'server',
      'badAnswer',
      'rateLimited',
    ]);
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ err: fc.jsonValue(), ECODE: fc.jsonValue() }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 999 }), body, (status, value) => {
        const said = readClickUpSaid(value);
        expect(said === null || said.sentence.length <= 300).toBe(true);
        expect(kinds.has(classifyAnswer(status, said, null, null).kind)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

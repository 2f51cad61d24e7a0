import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../any-text.test-support.ts';
import { fail, type PerchError } from '../contract/errors.ts';
import type { Parameters, RequestBody } from '../contract/requests.ts';
import { outcomeOf, remember } from './remembered.ts';

const TOKEN = 'CANARY_TOKEN_0123456789';

const keep = (parameters: Parameters, body: RequestBody = { kind: 'none' }) =>
  remember({ operationId: 'create-webhook', parameters, body }, TOKEN);

describe('what is remembered of a request', () => {
  it('is all of it where it holds no secret', () => {
    const body = { kind: 'json', text: '{"name": "a", "id": 12345678901234567890}' } as const;
    expect(keep({ list_id: '901', tags: ['a', 1] }, body)).toEqual({
      operationId: 'create-webhook',
      parameters: { list_id: '901', tags: ['a', 1] },
      body,
      lacks: { secrets: 0, rest: false },
    });
  });

  it('holds no webhook secret, no client secret and no token of anyone', () => {
    const text = JSON.stringify({
      secret: 'CANARY_WEBHOOK_SECRET',
      nested: [{ client_secret: 'CANARY_CLIENT_SECRET', access_token: 'CANARY_ACCESS' }],
      note: `mine is ${TOKEN}, hers pk_81204417_CANARYCANARYCANARYCANARY`,
    });
    const kept = keep({ task_id: TOKEN, secret: 'CANARY_PARAMETER' }, { kind: 'json', text });
    expect(JSON.stringify(kept)).not.toMatch(/CANARY/u);
    expect(kept.lacks).toEqual({ secrets: 7, rest: false });
    expect(kept.body.kind === 'json' && JSON.parse(kept.body.text)).toMatchObject({ nested: [{}] });
  });

  it('holds no token, wherever in any request it stands', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (before, after) => {
        const text = before + TOKEN + after;
        for (const body of [text, JSON.stringify({ text }), JSON.stringify(text).slice(0, -1)]) {
          const kept = JSON.stringify(
            keep({ q: text, [text]: [text] }, { kind: 'json', text: body }),
          );
          expect(kept).not.toContain(TOKEN);
        }
      }),
    );
  });

  it('is cut where it is too long, and says so', () => {
    const long = keep({ q: 'a' }, { kind: 'json', text: `"${'😀'.repeat(9000)}"` });
    expect(long.lacks).toEqual({ secrets: 0, rest: true });
    expect(long.body.kind === 'json' && long.body.text.length).toBe(8000);
    expect(JSON.stringify(long)).toBe(JSON.stringify(long).toWellFormed());
    const many = keep({ q: Array.from({ length: 100 }, () => 'a'.repeat(200)) });
    expect(many).toMatchObject({ parameters: {}, lacks: { rest: true } });
  });

  it('is no byte of a file, only what went beside it', () => {
    const body = {
      kind: 'file',
      fileId: '3f2c1a4e-0000-4000-8000-000000000000',
      fields: { filename: 'a.txt' },
    } as const;
    expect(keep({}, body).body).toEqual({ kind: 'file', fields: { filename: 'a.txt' } });
  });
});

describe('what became of a request', () => {
  it.each<readonly [PerchError['kind'], boolean]>([
    ['offline', true],
    ['timeout', true],
    ['cancelled', true],
    ['badAnswer', true],
    ['invalid', false],
    ['unauthorized', false],
    ['keychainLocked', false],
    ['expired', false],
    ['internal', false],
  ])('%s', (kind, wasSent) => {
    const error = { kind, afterMs: 1, field: '', reason: '', status: 0, said: null } as PerchError;
    expect(outcomeOf(fail(error))).toEqual(wasSent ? { kind: 'failed', error: kind } : null);
  });
});

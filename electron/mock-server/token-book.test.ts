import { describe, expect, test } from 'vitest';
import { readAuthorization, type MockToken, type TokenPolicy } from './authorization.ts';
import { TOKEN_NOT_FOUND_ECODES } from './ecodes.ts';
import { createTokenBook, type TokenBook } from './token-book.ts';

const ALL = ['1', '2', '3'];
const PERSONAL: MockToken = { value: 'pk_SAMPLE_1', kind: 'personal' };
const OAUTH: MockToken = { value: 'SAMPLE_oauth', kind: 'oauth', workspaceIds: ['1', '2'] };
const GRANT = { clientId: 'SAMPLE_client', userId: 7 };

const bookOf = (policy: TokenPolicy) =>
  createTokenBook(policy, ({ workspaceIds = ALL }) => workspaceIds);

/** The token that a header is worth, or the code of its refusal. */
const judged = (book: TokenBook, header: string | undefined) => {
  const verdict = book.judge(readAuthorization(header));
  if (verdict.ok) return verdict.token;
  expect(verdict.answer.status).toBe(401);
  return (JSON.parse(verdict.answer.body) as { ECODE: string }).ECODE;
};

describe('which tokens are good', () => {
  test('open mode takes anything but nothing', () => {
    const book = bookOf('any');
    expect(judged(book, 'whatever SAMPLE')).toMatchObject({ value: 'whatever SAMPLE' });
    expect(judged(book, 'Bearer SAMPLE')).toMatchObject({ value: 'SAMPLE' });
    expect(judged(book, undefined)).toBe('OAUTH_017');
  });

  test('strict mode takes personal tokens bare and OAuth tokens both ways', () => {
    const book = bookOf([PERSONAL, OAUTH]);
    expect(judged(book, 'pk_SAMPLE_1')).toEqual(PERSONAL);
    expect(judged(book, 'Bearer pk_SAMPLE_1')).toBe('OAUTH_025');
    expect(judged(book, 'Bearer SAMPLE_oauth')).toEqual(OAUTH);
    expect(judged(book, 'SAMPLE_oauth')).toEqual(OAUTH);
    expect(judged(book, 'pk_SAMPLE_2')).toBe('OAUTH_025');
    expect(judged(book, '')).toBe('OAUTH_017');
  });

  test.each(TOKEN_NOT_FOUND_ECODES)(
    'a token revoked with %s answers it, in either mode',
    (ecode) => {
      for (const policy of ['any', [PERSONAL]] as const) {
        const book = bookOf(policy);
        book.revoke('pk_SAMPLE_1', ecode);
        expect(judged(book, 'pk_SAMPLE_1')).toBe(ecode);
      }
    },
  );

  test('a regenerated token ends the old one and is worth the same', () => {
    const book = bookOf([{ ...PERSONAL, userId: 7 }]);
    book.replace('pk_SAMPLE_1', 'pk_SAMPLE_2');
    expect(judged(book, 'pk_SAMPLE_1')).toBe('OAUTH_019');
    expect(judged(book, 'pk_SAMPLE_2')).toEqual({
      value: 'pk_SAMPLE_2',
      kind: 'personal',
      userId: 7,
    });
    book.replace('pk_SAMPLE_1', 'pk_SAMPLE_3');
    expect(judged(book, 'pk_SAMPLE_3')).toBe('OAUTH_025');
  });
});

describe('which Workspaces a token reaches', () => {
  test('an issued one reaches what was allowed last, and so do the earlier ones of that pair', () => {
    const book = bookOf([]);
    expect(book.allowed(GRANT)).toBeNull();
    book.allow(GRANT, ['1', '2']);
    book.issue('SAMPLE_first', GRANT);
    book.allow({ ...GRANT, userId: 8 }, ['1']);
    book.issue('SAMPLE_other', { ...GRANT, userId: 8 });
    book.allow(GRANT, ['3']);
    book.issue('SAMPLE_second', GRANT);
    for (const value of ['SAMPLE_first', 'SAMPLE_second']) {
      expect(judged(book, `Bearer ${value}`)).toEqual({
        value,
        kind: 'oauth',
        userId: 7,
        workspaceIds: ['3'],
      });
    }
    expect(judged(book, 'SAMPLE_other')).toMatchObject({ userId: 8, workspaceIds: ['1'] });
    expect(book.allowed(GRANT)).toEqual(['3']);
  });

  test('one can be taken away from any kind of token, and the token stays good', () => {
    const book = bookOf([PERSONAL, OAUTH]);
    book.allow(GRANT, ['2', '3']);
    book.issue('SAMPLE_issued', GRANT);
    for (const value of ['pk_SAMPLE_1', 'SAMPLE_oauth', 'SAMPLE_issued', 'pk_SAMPLE_unknown']) {
      book.forgetWorkspace(value, '2');
    }
    expect(judged(book, 'pk_SAMPLE_1')).toMatchObject({ workspaceIds: ['1', '3'] });
    expect(judged(book, 'SAMPLE_oauth')).toMatchObject({ workspaceIds: ['1'] });
    expect(judged(book, 'SAMPLE_issued')).toMatchObject({ workspaceIds: ['3'] });
    expect(judged(book, 'pk_SAMPLE_unknown')).toBe('OAUTH_025');
  });

  test('in open mode too', () => {
    const book = bookOf('any');
    book.forgetWorkspace('pk_SAMPLE_1', '2');
    expect(judged(book, 'pk_SAMPLE_1')).toMatchObject({ workspaceIds: ['1', '3'] });
    expect(judged(book, 'pk_SAMPLE_2')).not.toHaveProperty('workspaceIds');
  });
});

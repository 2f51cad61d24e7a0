import { describe, expect, test } from 'vitest';
import { judge, readAuthorization, type MockToken } from './authorization.ts';

const personal: MockToken = { value: 'pk_SAMPLE_1', kind: 'personal' };
const oauth: MockToken = { value: 'SAMPLE_oauth', kind: 'oauth' };

const verdict = (header: string | undefined, policy: 'any' | readonly MockToken[]) => {
  const result = judge(readAuthorization(header), policy);
  return result.ok ? result.token.value : result.answer.body;
};

describe('authorization', () => {
  test.each([
    [undefined, 'none'],
    ['', 'none'],
    ['  ', 'none'],
    ['Bearer', 'none'],
    ['Bearer ', 'none'],
    ['pk_SAMPLE_1', 'personal'],
    ['Bearerish', 'personal'],
    ['Bearer SAMPLE_oauth', 'bearer'],
    ['bearer  SAMPLE_oauth', 'bearer'],
  ])('%j is read as %s', (header, kind) => {
    expect(readAuthorization(header).kind).toBe(kind);
  });

  test('open mode takes anything but nothing', () => {
    expect(verdict('whatever SAMPLE', 'any')).toBe('whatever SAMPLE');
    expect(verdict('Bearer SAMPLE', 'any')).toBe('SAMPLE');
    expect(verdict(undefined, 'any')).toContain('OAUTH_017');
  });

  test('strict mode takes personal tokens bare and OAuth tokens both ways', () => {
    const policy = [personal, oauth];
    expect(verdict('pk_SAMPLE_1', policy)).toBe('pk_SAMPLE_1');
    expect(verdict('Bearer pk_SAMPLE_1', policy)).toContain('OAUTH_025');
    expect(verdict('Bearer SAMPLE_oauth', policy)).toBe('SAMPLE_oauth');
    expect(verdict('SAMPLE_oauth', policy)).toBe('SAMPLE_oauth');
    expect(verdict('pk_SAMPLE_2', policy)).toContain('OAUTH_025');
    expect(verdict('', policy)).toContain('OAUTH_017');
  });
});

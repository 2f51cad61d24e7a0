import { describe, expect, test } from 'vitest';
import { readAuthorization } from './authorization.ts';

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
});

import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../electron/contract/requests.ts';
import { isSampleGap } from './sample-gap.ts';

const answer = (status: number, body: Answer['body']): Answer => ({
  status,
  statusText: '',
  target: '/api/v2/user',
  durationMs: 1,
  bytes: 1,
  contentType: 'application/json',
  budget: null,
  attempts: [],
  redacted: 0,
  body,
});
const refusal = (ECODE: string): Answer['body'] => ({
  kind: 'json',
  text: JSON.stringify({ err: 'Not in the sample.', ECODE }),
});

describe('isSampleGap', () => {
  it('knows the sample server’s own code', () => {
    expect(isSampleGap(answer(501, refusal('SAMPLE_501')))).toBe(true);
  });

  it('leaves every other answer what it is', () => {
    expect(isSampleGap(answer(501, refusal('ITEM_501')))).toBe(false);
    expect(isSampleGap(answer(500, refusal('SAMPLE_501')))).toBe(false);
    expect(isSampleGap(answer(200, refusal('SAMPLE_501')))).toBe(false);
    expect(isSampleGap(answer(501, { kind: 'text', text: 'SAMPLE_501' }))).toBe(false);
    expect(isSampleGap(answer(501, { kind: 'empty' }))).toBe(false);
  });
});

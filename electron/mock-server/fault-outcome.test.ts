import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../clickup/fake-clock.test-support.ts';
import { json } from './answer.ts';
import { carryOut } from './fault-outcome.ts';
import type { FaultOutcome } from './faults.ts';

/** An operation that notes when it ran, met by an outcome. */
const meet = (outcome: FaultOutcome | null) => {
  const clock = createFakeClock(1000);
  const ran: number[] = [];
  const closing = new AbortController();
  const delivery = carryOut(outcome, {
    target: { method: 'POST', path: '/api/v2/list/1/task', search: '?a=1' },
    arrivedAt: 990,
    clock,
    signal: closing.signal,
    operate: (now) => {
      ran.push(now);
      return json({ id: 'SAMPLE' });
    },
  });
  return { clock, ran, closing, delivery };
};

describe('whether and when the operation runs', () => {
  test.each<[FaultOutcome | null, string]>([
    [null, 'whole'],
    [{ kind: 'malformedJson' }, 'whole'],
    [{ kind: 'emptyBody' }, 'whole'],
    [{ kind: 'cutBeforeHeaders' }, 'cut'],
    [{ kind: 'commitThenCut' }, 'cut'],
    [{ kind: 'cutMidBody' }, 'half'],
    [{ kind: 'drip', bytes: 1, everyMs: 1 }, 'drip'],
    [{ kind: 'neverAnswer' }, 'never'],
    [{ kind: 'html', status: 502, commits: true }, 'whole'],
    [{ kind: 'status', status: 500, ecode: 'X', sentence: 'X', commits: true }, 'whole'],
  ])('%j: once, at the arrival', async (outcome, kind) => {
    const { ran, delivery } = meet(outcome);
    expect((await delivery).kind).toBe(kind);
    expect(ran).toEqual([990]);
  });

  test.each<[FaultOutcome, string]>([
    [{ kind: 'cutBeforeCommit' }, 'cut'],
    [{ kind: 'neverAnswer', commits: false }, 'never'],
    [{ kind: 'html', status: 200 }, 'whole'],
    [{ kind: 'status', status: 500, ecode: 'X', sentence: 'X' }, 'whole'],
    [{ kind: 'rateLimited', headers: 'none' }, 'whole'],
    [{ kind: 'redirect', status: 302, origin: 'http://127.0.0.1:9' }, 'whole'],
  ])('%j: never', async (outcome, kind) => {
    const { ran, clock, delivery } = meet(outcome);
    expect((await delivery).kind).toBe(kind);
    expect([ran, clock.pending()]).toEqual([[], 0]);
  });

  test('a late commit comes before the cut, at its own time', async () => {
    const { ran, clock, delivery } = meet({ kind: 'commitThenCut', lateMs: 10_000 });
    let isOver = false;
    void delivery.then(() => (isOver = true));
    await clock.advanceAsync(9999);
    expect([ran, isOver]).toEqual([[], false]);
    await clock.advanceAsync(1);
    expect([ran, isOver]).toEqual([[11_000], true]);
  });

  test('or after it', async () => {
    const { ran, clock, delivery } = meet({ kind: 'cutThenCommit', lateMs: 10_000 });
    expect((await delivery).kind).toBe('cut');
    clock.advance(9999);
    expect(ran).toEqual([]);
    clock.advance(1);
    expect(ran).toEqual([11_000]);
  });

  test.each<FaultOutcome>([
    { kind: 'commitThenCut', lateMs: 10 },
    { kind: 'cutThenCommit', lateMs: 10 },
  ])('$kind: nothing is committed any more once the server closes', async (outcome) => {
    const { ran, clock, closing, delivery } = meet(outcome);
    const ended = delivery.catch(() => 'given up');
    closing.abort();
    await ended;
    clock.advance(100);
    expect([ran, clock.pending()]).toEqual([[], 0]);
  });
});

test('an answer without a body has no middle to cut', async () => {
  const delivery = await carryOut(
    { kind: 'cutMidBody' },
    {
      target: { method: 'DELETE', path: '/api/v2/task/1', search: '' },
      arrivedAt: 0,
      clock: createFakeClock(),
      signal: new AbortController().signal,
      operate: () => ({ status: 204, contentType: '', body: '' }),
    },
  );
  expect(delivery).toEqual({ kind: 'cut' });
});

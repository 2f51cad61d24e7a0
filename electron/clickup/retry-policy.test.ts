import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAttempt, type Outcome, type Tried } from './retry-policy.ts';

const tried: Tried = {
  method: 'GET',
  priority: 'background',
  outcome: { kind: 'unreached' },
  attempts: 1,
  elapsedMs: 100,
  opensInMs: 0,
  isShown: false,
};

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    kind: fc.constant('answered' as const),
    status: fc.integer({ min: 200, max: 599 }),
    retryAfterMs: fc.option(fc.nat(300_000)),
  }),
  fc.constant({ kind: 'unreached' as const }),
  fc.constant({ kind: 'final' as const }),
);

const anyTried: fc.Arbitrary<Tried> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  priority: fc.constantFrom('interactive', 'background'),
  outcome,
  attempts: fc.integer({ min: 1, max: 10 }),
  elapsedMs: fc.nat(700_000),
  opensInMs: fc.nat(120_000),
  isShown: fc.boolean(),
});

describe('judgeAttempt', () => {
  it('pauses for a random part of a time that doubles up to a minute', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7].map((attempts) =>
      judgeAttempt({ ...tried, attempts }, () => 1),
    );
    expect(longest.map((verdict) => verdict.kind === 'again' && verdict.pauseMs / 1000)).toEqual([
      1, 2, 4, 8, 16, 32, 60,
    ]);
    expect(judgeAttempt(tried, () => 0.25)).toMatchObject({ pauseMs: 250 });
  });

  it('repeats no write but one refused for the limit, and stays within what was to be waited', () => {
    fc.assert(
      fc.property(anyTried, fc.double({ min: 0, max: 1, noNaN: true }), (given, random) => {
        const verdict = judgeAttempt(given, () => random);
        const isRefused = given.outcome.kind === 'answered' && given.outcome.status === 429;
        const waited = verdict.kind === 'again' ? verdict.pauseMs + verdict.headersMs : 0;
        const most = given.priority === 'interactive' ? 20_000 : 600_000;
        const isAllowed = {
          done: true,
          inLine: isRefused,
          again: given.method === 'GET' && !isRefused && given.elapsedMs + waited <= most,
        };
        expect(isAllowed[verdict.kind]).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from './data/random.ts';
import { createFaultPlan } from './fault-plan.ts';
import type { Fault } from './faults.ts';

const GET_USER = { method: 'GET', path: '/api/v2/user', search: '' };
const CUT: Fault = { kind: 'cutBeforeHeaders' };
const EMPTY: Fault = { kind: 'emptyBody' };

const planOf = (faults: readonly Fault[], seed = 1) => {
  const plan = createFaultPlan(createRandom(seed));
  plan.set(faults);
  return plan;
};

describe('a plan of faults', () => {
  test('all modifiers that match add up, and the first outcome that does hits', () => {
    const plan = planOf([
      { kind: 'latency', ms: 5 },
      { ...CUT, match: { method: 'POST' } },
      { ...EMPTY, times: 1 },
      { kind: 'delayedVisibility', ms: 300 },
      CUT,
      { kind: 'latency', ms: 7, match: { path: /user$/ } },
    ]);
    expect(plan.take(GET_USER)).toMatchObject({
      outcome: { kind: 'emptyBody' },
      latencyMs: 12,
      invisibleMs: 300,
      kinds: ['latency', 'emptyBody', 'delayedVisibility', 'latency'],
    });
    expect(plan.take(GET_USER).outcome).toMatchObject(CUT);
  });

  test('one that is forestalled is not used up', () => {
    const plan = planOf([
      { ...EMPTY, times: 1 },
      { ...CUT, times: 1 },
    ]);
    const kinds = [1, 2, 3].map(() => plan.take(GET_USER).outcome?.kind);
    expect(kinds).toEqual(['emptyBody', 'cutBeforeHeaders', undefined]);
  });

  test('nothing in force hits nothing', () => {
    expect(planOf([]).take(GET_USER)).toEqual({
      outcome: null,
      latencyMs: 0,
      invisibleMs: 0,
      kinds: [],
    });
  });

  test('a probability decides by the seed alone, and how often is as said', () => {
    const drawn = (seed: number) => {
      const plan = planOf([{ ...CUT, probability: 0.25 }], seed);
      return Array.from({ length: 2000 }, () => plan.take(GET_USER).outcome !== null);
    };
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
    const hits = drawn(7).filter(Boolean).length;
    expect(hits).toBeGreaterThan(425);
    expect(hits).toBeLessThan(575);
    expect(planOf([{ ...CUT, probability: 0 }]).take(GET_USER).outcome).toBeNull();
    expect(planOf([{ ...CUT, probability: 1 }]).take(GET_USER).outcome).not.toBeNull();
  });

  test('jitter stays within its range and varies', () => {
    assert(
      property(
        integer(),
        array(integer({ min: 0, max: 500 }), { minLength: 1 }),
        (seed, jitters) => {
          for (const jitterMs of jitters) {
            const plan = planOf([{ kind: 'latency', ms: 100, jitterMs }], seed);
            const { latencyMs } = plan.take(GET_USER);
            expect(latencyMs).toBeGreaterThanOrEqual(100);
            expect(latencyMs).toBeLessThanOrEqual(100 + jitterMs);
          }
        },
      ),
    );
    const plan = planOf([{ kind: 'latency', ms: 0, jitterMs: 100 }]);
    expect(new Set(Array.from({ length: 20 }, () => plan.take(GET_USER).latencyMs)).size).toBe(20);
  });
});

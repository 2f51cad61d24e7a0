import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Priority } from './client.ts';
import { type Arrival, countingServer, type Journey } from './rate-gate.test-support.ts';

const MINUTE = 60_000;

const latency = fc.integer({ min: 0, max: 3000 });
const priority = fc.constantFrom<Priority>('interactive', 'background');

/** Requests that come at any time within two minutes, some of them many at once. */
const arrivals = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 2 * MINUTE }),
    count: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
      fc.integer({ min: 1, max: 60 }),
    ),
    priority,
    there: latency,
    back: latency,
    leavesAfter: fc.option(fc.integer({ min: 0, max: MINUTE }), { freq: 8 }),
  }),
  { minLength: 1, maxLength: 40 },
);

const world = fc.record({
  limit: fc.constantFrom(100, 150, 250),
  skew: fc.constantFrom(0, 400, -700, 90_000, -3_600_000),
  headersOn: fc.constantFrom('all' as const, 'errors' as const),
  hasDate: fc.constant(true),
});

type Plan = ReturnType<typeof planOf>;
const planOf = (
  given: { readonly at: number; readonly count: number } & Omit<Journey, 'id'> & {
      readonly leavesAfter: number | null;
    },
) => given;

/** Plays a plan to its end and gives everything that could be observed. */
async function play(
  options: Parameters<typeof countingServer>[0],
  plans: readonly Plan[],
  others: readonly { readonly at: number; readonly count: number }[] = [],
) {
  const server = countingServer(options);
  const left = new Set<number>();
  let id = 0;
  for (const plan of plans) {
    server.clock.after(plan.at, () => {
      for (let sent = 0; sent < plan.count; sent += 1) {
        const mine = id;
        id += 1;
        const leave = server.send({ ...plan, id: mine });
        if (plan.leavesAfter === null || sent % 2 === 0) continue;
        server.clock.after(plan.leavesAfter, () => {
          left.add(mine);
          leave();
        });
      }
    });
  }
  for (const { at, count } of others) server.clock.after(at, () => server.eat(count));
  // Ten windows are more than any plan needs at any of the limits, the background's share included.
  const total = plans.reduce((sum, { count }) => sum + count, 0);
  const minutes = 4 + Math.ceil(total / Math.max(1, Math.floor(options.limit * 0.3)));
  await server.clock.advanceAsync(minutes * (MINUTE + 5000));
  return { ...server, total, left };
}

/** The most requests of a kind that the server counted in one window. */
const mostInWindow = (all: readonly Arrival[], of: (arrival: Arrival) => boolean): number => {
  const counts = new Map<number, number>();
  for (const arrival of all.filter(of)) {
    counts.set(arrival.window, (counts.get(arrival.window) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
};

const RUNS = { numRuns: 60 };

describe('whatever comes, when and for whom', () => {
  it('alone: never refused, the background within its share, nobody starves, in order', async () => {
    await fc.assert(
      fc.asyncProperty(world, arrivals, async (options, plans) => {
        const { arrivals: met, granted, gate, total, left, clock } = await play(options, plans);
        expect(met.filter(({ status }) => status === 429)).toEqual([]);
        const share = Math.max(1, Math.floor(options.limit * 0.3));
        expect(mostInWindow(met, (one) => one.priority === 'background')).toBeLessThanOrEqual(
          share,
        );
        const ids = new Set(met.map(({ id }) => id));
        const missing = Array.from({ length: total }, (_unused, id) => id).filter(
          (id) => !ids.has(id),
        );
        expect(missing.filter((id) => !left.has(id))).toEqual([]);
        expect(gate.traffic().waiting).toBe(0);
        expect(clock.pending()).toBe(0);
        for (const kind of ['interactive', 'background'] as const) {
          const order = granted.filter((one) => one.priority === kind).map(({ id }) => id);
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
      RUNS,
    );
  });

  it('a person’s request is overtaken by one background request in ten at most', async () => {
    await fc.assert(
      fc.asyncProperty(world, arrivals, async (options, plans) => {
        const { arrivals: met, granted } = await play(options, plans);
        const order = new Map(granted.map(({ id }, place) => [id, place]));
        const times = new Map(met.map((one) => [one.id, one]));
        for (const { id, queuedAt, grantedAt } of met.filter(
          (one) => one.priority === 'interactive',
        )) {
          const place = order.get(id) ?? 0;
          const meanwhile = granted.slice(0, place).filter((one) => {
            const at = times.get(one.id)?.grantedAt ?? 0;
            return at > queuedAt && at <= grantedAt;
          });
          const overtaking = meanwhile.filter((one) => one.priority === 'background').length;
          expect(overtaking).toBeLessThanOrEqual(Math.ceil((meanwhile.length + 1) / 10));
        }
      }),
      RUNS,
    );
  });

  it('beside others that were seen to take a third: only a lone request that finds out is ever refused', async () => {
    const others = fc.record({ from: fc.nat(3000), jitter: fc.nat(900) });
    const steady = world.filter(({ headersOn }) => headersOn === 'all');
    await fc.assert(
      fc.asyncProperty(steady, arrivals, others, async (options, plans, { from, jitter }) => {
        const everyMs = (3 * MINUTE) / options.limit;
        const theirs = Array.from(
          { length: Math.ceil((8 * MINUTE) / everyMs) },
          (_unused, index) => ({
            at: from + index * everyMs + ((index * 7919) % (jitter + 1)),
            count: 1,
          }),
        );
        const poll: Plan = {
          at: 0,
          count: 1,
          priority: 'interactive',
          there: 20,
          back: 20,
          leavesAfter: null,
        };
        const polls = Array.from({ length: 18 }, (_unused, index) => ({
          ...poll,
          at: index * 20_000,
        }));
        const quick = plans.map((plan) => ({
          ...plan,
          at: plan.at + 2 * MINUTE,
          there: plan.there % 200,
          back: plan.back % 200,
        }));
        const { arrivals: met } = await play(options, [...polls, ...quick], theirs);
        expect(mostInWindow(met, ({ status }) => status === 429)).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('beside others that take what they like: a refusal is waited out, and everybody gets through', async () => {
    const lumps = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 2 * MINUTE }),
        count: fc.integer({ min: 1, max: 300 }),
      }),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(world, arrivals, lumps, async (options, plans, others) => {
        const { arrivals: met, gate, total, left } = await play(options, plans, others);
        expect(met.length + left.size).toBeGreaterThanOrEqual(total);
        expect(gate.traffic().waiting).toBe(0);
      }),
      RUNS,
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { RequestProgress } from '../contract/requests.ts';
import type { Priority } from './client.ts';
import { createFakeClock } from './fake-clock.test-support.ts';
import { createRateGate } from './rate-gate.ts';
import { countingServer, type CountingServer } from './rate-gate.test-support.ts';

const MINUTE = 60_000;

/** So many requests at once, 20 ms there and back. */
const sendMany = (
  server: CountingServer,
  count: number,
  priority: Priority = 'interactive',
  from = 0,
) => {
  for (let id = from; id < from + count; id += 1)
    server.send({ id, priority, there: 10, back: 10 });
};

const refusals = ({ arrivals }: CountingServer) =>
  arrivals.filter(({ status }) => status === 429).length;

describe('a gate alone with its token', () => {
  it('does not delay the first requests, of which nothing is known', async () => {
    const server = countingServer({ limit: 100 });
    sendMany(server, 40);
    await server.clock.advanceAsync(20);
    expect(server.arrivals).toHaveLength(40);
    expect(server.arrivals.every(({ grantedAt, queuedAt }) => grantedAt === queuedAt)).toBe(true);
  });

  it.each([100, 1000])('sends all of %d a minute and is never refused', async (limit) => {
    const server = countingServer({ limit });
    sendMany(server, limit * 2 + 10);
    await server.clock.advanceAsync(2 * MINUTE + 5000);
    expect(server.arrivals).toHaveLength(limit * 2 + 10);
    expect(refusals(server)).toBe(0);
    const [first] = server.arrivals;
    const inFirst = server.arrivals.filter(({ window }) => window === first?.window);
    expect(inFirst).toHaveLength(limit);
  });

  it('learns a limit that is smaller than what it assumed', async () => {
    const server = countingServer({ limit: 60 });
    sendMany(server, 20);
    await server.clock.advanceAsync(100);
    sendMany(server, 100, 'interactive', 20);
    await server.clock.advanceAsync(2 * MINUTE + 5000);
    expect(server.arrivals).toHaveLength(120);
    expect(refusals(server)).toBe(0);
  });

  it.each([0, 3_600_000, -86_400_000, 400])('bears clocks %d ms apart', async (skew) => {
    const server = countingServer({ limit: 100, skew });
    sendMany(server, 250);
    await server.clock.advanceAsync(3 * MINUTE);
    expect(server.arrivals).toHaveLength(250);
    expect(refusals(server)).toBe(0);
  });

  it('counts for itself where the server tells nothing', async () => {
    const server = countingServer({ limit: 100, headersOn: 'errors' });
    sendMany(server, 150);
    await server.clock.advanceAsync(MINUTE - 1);
    expect(server.arrivals).toHaveLength(100);
    await server.clock.advanceAsync(2000);
    expect(server.arrivals).toHaveLength(150);
    expect(refusals(server)).toBe(0);
  });

  it('waits no more than the window that it was told of', async () => {
    const server = countingServer({ limit: 100 });
    sendMany(server, 101);
    await server.clock.advanceAsync(100);
    expect(server.gate.traffic()).toMatchObject({
      budget: { limit: 100, remaining: 0 },
      waiting: 1,
    });
    const { goesOnAt } = server.gate.traffic();
    expect(goesOnAt).toBeGreaterThan(server.clock.now() + 59_000);
    expect(goesOnAt).toBeLessThanOrEqual(server.clock.now() + 61_000);
    await server.clock.advanceAsync(61_100);
    expect(server.arrivals).toHaveLength(101);
    expect(server.gate.traffic()).toMatchObject({ waiting: 0, goesOnAt: null });
  });

  it('is not led astray by answers that come out of order', async () => {
    const server = countingServer({ limit: 100 });
    for (let id = 0; id < 60; id += 1) {
      server.send({ id, priority: 'interactive', there: id, back: 5000 - 80 * id });
    }
    await server.clock.advanceAsync(4000);
    sendMany(server, 80, 'interactive', 60);
    await server.clock.advanceAsync(MINUTE * 2 + 5000);
    expect(server.arrivals).toHaveLength(140);
    expect(refusals(server)).toBe(0);
  });

  it('starts its books anew where the clock is set back', async () => {
    const server = countingServer({ limit: 100 });
    sendMany(server, 101);
    await server.clock.advanceAsync(100);
    server.clock.set(server.clock.now() - 3_600_000);
    await server.clock.advanceAsync(1);
    sendMany(server, 1, 'interactive', 200);
    await server.clock.advanceAsync(100);
    expect(server.arrivals.map(({ id }) => id)).toContain(200);
  });
});

describe('a gate that shares its token with other programs', () => {
  it('waits for the reset that a refusal names, and nothing is sent before', async () => {
    const server = countingServer({ limit: 100 });
    server.eat(100);
    sendMany(server, 3);
    await server.clock.advanceAsync(100);
    expect(refusals(server)).toBe(3);
    sendMany(server, 5, 'interactive', 10);
    await server.clock.advanceAsync(59_000);
    expect(server.arrivals).toHaveLength(3);
    await server.clock.advanceAsync(3000);
    expect(server.arrivals).toHaveLength(8);
    expect(refusals(server)).toBe(3);
  });

  it('does not use up what others seem to need', async () => {
    const server = countingServer({ limit: 100 });
    server.eat(30);
    sendMany(server, 10);
    await server.clock.advanceAsync(100);
    sendMany(server, 90, 'interactive', 10);
    await server.clock.advanceAsync(1000);
    expect(refusals(server)).toBe(0);
    expect(server.arrivals.length).toBeGreaterThanOrEqual(50);
    expect(server.arrivals.length).toBeLessThan(70);
  });

  it('asks once where it only expects that nothing is left', async () => {
    const server = countingServer({ limit: 100 });
    server.eat(60);
    sendMany(server, 1);
    await server.clock.advanceAsync(50_000);
    sendMany(server, 1, 'interactive', 1);
    await server.clock.advanceAsync(100);
    expect(server.arrivals).toHaveLength(2);
  });
});

describe('a refusal that does not say when it ends', () => {
  const refused = (headers: Record<string, string>, random = 0.5) => {
    const clock = createFakeClock();
    const gate = createRateGate({ clock, random: () => random, onChange: () => {} });
    const refuse = async () => {
      const turn = await gate.line('interactive').turn;
      turn?.answered(429, new Headers(headers));
      turn?.end(true);
      return (gate.opensAt('interactive') - clock.now()) / 1000;
    };
    return { clock, gate, refuse };
  };

  it('doubles the longest pause each time, up to a minute', async () => {
    const { clock, refuse } = refused({}, 1);
    const pauses: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one refusal after the other
      pauses.push(await refuse());
      clock.advance(60_000);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('pauses for any time up to that', async () => {
    expect(await refused({}, 0.25).refuse()).toBe(0.25);
  });

  it('takes Retry-After where it is there, and caps what is absurd', async () => {
    expect(await refused({ 'retry-after': '7' }).refuse()).toBe(7);
    expect(await refused({ 'retry-after': '999999' }).refuse()).toBe(300);
  });

  it.each(['9999999999', '1790000060000', '0', 'soon'])(
    'does not believe a reset of %s',
    async (reset) => {
      const headers = { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0' };
      const seconds = await refused({ ...headers, 'x-ratelimit-reset': reset }).refuse();
      expect(seconds).toBe(0.5);
    },
  );

  it('begins again with the shortest once a request was let through', async () => {
    const { clock, gate, refuse } = refused({}, 1);
    await refuse();
    clock.advance(1000);
    expect(await refuse()).toBe(2);
    clock.advance(2000);
    const turn = await gate.line('interactive').turn;
    turn?.answered(200, new Headers());
    turn?.end(true);
    expect(await refuse()).toBe(1);
  });
});

describe('the line', () => {
  it('lets a person overtake everything that is queued', async () => {
    const server = countingServer({ limit: 100 });
    sendMany(server, 200, 'background');
    await server.clock.advanceAsync(5);
    sendMany(server, 1, 'interactive', 500);
    await server.clock.advanceAsync(5);
    expect(server.granted.at(-1)?.id).toBe(500);
    expect(server.arrivals.length).toBeLessThanOrEqual(17);
  });

  it('has sixteen background requests under way at most, and a person’s beyond', async () => {
    const server = countingServer({ limit: 1000 });
    sendMany(server, 100, 'background');
    await server.clock.advanceAsync(5);
    expect(server.granted).toHaveLength(16);
    sendMany(server, 10, 'interactive', 100);
    await server.clock.advanceAsync(1);
    expect(server.granted).toHaveLength(26);
  });

  it('keeps the background to 30 % of each minute', async () => {
    const server = countingServer({ limit: 100 });
    sendMany(server, 100, 'background');
    await server.clock.advanceAsync(59_000);
    expect(server.arrivals).toHaveLength(30);
    await server.clock.advanceAsync(4000);
    expect(server.arrivals).toHaveLength(60);
  });

  it('gives the background each tenth turn while a person’s requests queue too', async () => {
    const server = countingServer({ limit: 100 });
    sendMany(server, 100);
    await server.clock.advanceAsync(100);
    sendMany(server, 20, 'background', 100);
    sendMany(server, 200, 'interactive', 200);
    await server.clock.advanceAsync(61_000);
    const next = server.granted.slice(100, 140).map(({ priority }) => priority);
    expect(next.filter((priority) => priority === 'background')).toHaveLength(4);
    expect(next.slice(0, 9)).not.toContain('background');
  });

  it('forgets who leaves it', async () => {
    const server = countingServer({ limit: 100 });
    sendMany(server, 100);
    await server.clock.advanceAsync(100);
    const leave = server.send({ id: 200, priority: 'interactive', there: 1, back: 1 });
    server.send({ id: 201, priority: 'interactive', there: 1, back: 1 });
    expect(server.gate.traffic().waiting).toBe(2);
    leave();
    expect(server.gate.traffic().waiting).toBe(1);
    await server.clock.advanceAsync(62_000);
    expect(server.arrivals.map(({ id }) => id)).not.toContain(200);
    expect(server.arrivals.map(({ id }) => id)).toContain(201);
    expect(server.clock.pending()).toBe(0);
  });

  it('tells those who ask where they stand, and only what is new', async () => {
    const server = countingServer({ limit: 100 });
    sendMany(server, 100);
    await server.clock.advanceAsync(100);
    const told: RequestProgress[] = [];
    server.send({ id: 200, priority: 'background', there: 1, back: 1 });
    const place = server.gate.line('background', (progress) => told.push(progress));
    sendMany(server, 1, 'interactive', 300);
    sendMany(server, 1, 'interactive', 301);
    const until = server.gate.traffic().goesOnAt;
    expect(told).toEqual([1, 2, 3].map((ahead) => ({ kind: 'waiting', ahead, until })));
    place.lift();
    expect(told.at(-1)).toEqual({ kind: 'waiting', ahead: 2, until });
  });

  it('makes room again for what was not sent after all', async () => {
    const clock = createFakeClock();
    const gate = createRateGate({ clock, random: () => 0, onChange: () => {} });
    for (let id = 0; id < 300; id += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      (await gate.line('background').turn)?.end(false);
    }
    expect(gate.traffic().waiting).toBe(0);
  });
});

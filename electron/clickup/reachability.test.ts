import { describe, expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.test-support.ts';
import { createReachability } from './reachability.ts';

const CLICKUP = 'https://api.clickup.com';
const SAMPLE = 'http://127.0.0.1:4010';

const world = (random = 1) => {
  const clock = createFakeClock();
  const told: string[] = [];
  const network = { isThere: true };
  const reachability = createReachability({
    clock,
    random: () => random,
    hasNetwork: () => network.isThere,
    onChange: (origin, reach) => told.push(`${origin} ${reach}`),
  });
  const gone: number[] = [];
  const wait = (id: number, signal?: AbortSignal) =>
    reachability.untilWorthTrying(CLICKUP, signal).then((isWorth) => isWorth && gone.push(id));
  return { clock, told, network, reachability, gone, wait };
};

describe('a server', () => {
  it('is worth a try while nothing is known of it', async () => {
    const { reachability, clock } = world();
    expect(reachability.of(CLICKUP)).toBe('unknown');
    expect(await reachability.untilWorthTrying(CLICKUP)).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  it('tells each change once', () => {
    const { reachability, told } = world();
    for (const reached of [true, true, false, false, true]) reachability.note(CLICKUP, reached);
    expect(told).toEqual(['online', 'offline', 'online'].map((reach) => `${CLICKUP} ${reach}`));
  });

  it('out of reach is tried by one after a pause that grows, and by all once it was reached', async () => {
    const { reachability, clock, gone, wait } = world();
    reachability.note(CLICKUP, false);
    for (const id of [1, 2, 3]) void wait(id);
    await clock.advanceAsync(1000);
    expect(gone).toEqual([1]);
    reachability.note(CLICKUP, false);
    await clock.advanceAsync(1999);
    expect(gone).toEqual([1]);
    await clock.advanceAsync(1000);
    expect(gone).toEqual([1, 2]);
    reachability.note(CLICKUP, true);
    await clock.advanceAsync(0);
    expect(gone).toEqual([1, 2, 3]);
    await clock.advanceAsync(1000);
    expect(clock.pending()).toBe(0);
  });

  it('waits for the system’s network and is tried by all within a second of its return', async () => {
    const { clock, gone, wait, network, told } = world();
    network.isThere = false;
    for (const id of [1, 2]) void wait(id);
    await clock.advanceAsync(300_000);
    expect(gone).toEqual([]);
    network.isThere = true;
    await clock.advanceAsync(1000);
    expect(gone).toEqual([1, 2]);
    expect(told).toEqual([`${CLICKUP} offline`, `${CLICKUP} unknown`]);
  });

  it('is tried at once when the computer wakes up', async () => {
    const { reachability, clock, gone, wait, network } = world();
    network.isThere = false;
    void wait(1);
    reachability.startAfresh();
    await clock.advanceAsync(0);
    expect(gone).toEqual([]);
    network.isThere = true;
    reachability.startAfresh();
    await clock.advanceAsync(0);
    expect(gone).toEqual([1]);
    expect(reachability.of(CLICKUP)).toBe('unknown');
  });

  it('on this computer needs no network', async () => {
    const { reachability, network } = world();
    network.isThere = false;
    expect(await reachability.untilWorthTrying(SAMPLE)).toBe(true);
    reachability.note(SAMPLE, true);
    expect(reachability.of(CLICKUP)).toBe('unknown');
  });

  it('is no longer waited for by whoever gives up', async () => {
    const { clock, gone, wait, network } = world();
    network.isThere = false;
    const abort = new AbortController();
    const waiting = wait(1, abort.signal);
    abort.abort();
    await waiting;
    network.isThere = true;
    await clock.advanceAsync(1000);
    expect(gone).toEqual([]);
    expect(clock.pending()).toBe(0);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { createMovingListing, type Entry, type Step } from './moving-listing.test-support.ts';
import { readNumberedPages } from './numbered-pages.ts';
import type { NumberedPage, NumberedPages, PagePosition } from './page.ts';

const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.double({ min: 0, max: 0.999, noNaN: true }),
  move: fc.oneof(
    fc.constant({ kind: 'none' } as const),
    fc.record({ kind: fc.constant('append' as const), count: fc.integer({ min: 1, max: 4 }) }),
    fc.record({
      kind: fc.constant('leave' as const),
      share: fc.double({ min: 0, max: 0.999, noNaN: true }),
      count: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({
      kind: fc.constant('enter' as const),
      share: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
  ),
});

const speculation = fc
  .record({ first: fc.integer({ min: 1, max: 5 }), more: fc.integer({ min: 0, max: 12 }) })
  .map(({ first, more }) => ({ first, most: first + more }));

const calm = (count: number, pageSize: number) =>
  createMovingListing({
    created: Array.from({ length: count }, (_, index) => index),
    pageSize,
    steps: [],
    lastPage: 'missing',
  });

const entries = (from: number, count: number): readonly Entry[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `t${from + index}`,
    createdAt: from + index + 1,
  }));

const page = (
  items: readonly Entry[],
  isLast: boolean | null = null,
): Result<NumberedPage<Entry>> => ok({ kind: 'items', items, unreadable: [], isLast });

/** A listing of ten a page whose answers are written out, by page number. */
function written(answers: (at: PagePosition) => Promise<Result<NumberedPage<Entry>>>) {
  const asked: PagePosition[] = [];
  const source: NumberedPages<Entry> = {
    kind: 'numbered',
    pageSize: 10,
    idOf: ({ id }) => id,
    createdAt: ({ createdAt }) => createdAt,
    read: (at) => {
      asked.push(at);
      return answers(at);
    },
  };
  return { source, asked };
}

async function read(
  source: NumberedPages<Entry>,
  { first = 1, most = 1, signal }: { first?: number; most?: number; signal?: AbortSignal } = {},
) {
  const deliveries: (readonly string[])[] = [];
  const outcome = await readNumberedPages(source, {
    speculation: { first, most },
    deliver: ({ items }) => void deliveries.push(items.map(({ id }) => id)),
    ...(signal === undefined ? {} : { signal }),
  });
  return { outcome, deliveries, ids: deliveries.flat() };
}

describe('a listing that moves while it is read', () => {
  it('delivers all that was there from the beginning to the end, each once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          created: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }),
          pageSize: fc.integer({ min: 2, max: 7 }),
          steps: fc.array(step, { maxLength: 60 }),
          lastPage: fc.constantFrom('missing', 'honest', 'never'),
        }),
        speculation,
        async (options, { first, most }) => {
          const listing = createMovingListing(options);
          const { outcome, ids } = await read(listing.source, { first, most });
          expect(new Set(ids).size).toBe(ids.length);
          const isProved = outcome.kind === 'complete' && outcome.isProved;
          const missing = listing.constant().filter((id) => !ids.includes(id));
          expect(outcome.kind).toBe('complete');
          expect(isProved || listing.isCrowded()).toBe(true);
          expect(isProved ? missing : []).toEqual([]);
          expect(listing.mostInFlight()).toBeLessThanOrEqual(most);
          expect(outcome.requests).toBe(listing.requests());
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('comes in the order of creation where nothing moves', async () => {
    const listing = calm(57, 5);
    const { ids } = await read(listing.source, { first: 3, most: 8 });
    expect(ids).toEqual(listing.constant());
  });
});

describe('what reading costs', () => {
  it.each([
    // One after the other: a page and an empty one, or pages that overlap by an item.
    { count: 0, first: 1, most: 1, requests: 1 },
    { count: 9, first: 1, most: 1, requests: 2 },
    { count: 100, first: 1, most: 1, requests: 13 },
    // Five at once: four of them wasted on a short list.
    { count: 0, first: 5, most: 16, requests: 5 },
    { count: 9, first: 5, most: 16, requests: 5 },
  ])('$count items, $first and then $most at once: $requests requests', async (given) => {
    const { count, first, most, requests } = given;
    const { outcome, ids } = await read(calm(count, 10).source, { first, most });
    expect(ids).toHaveLength(count);
    expect(outcome).toEqual({ kind: 'complete', requests, isProved: true });
  });

  it('wastes no more than a window, whatever the length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 400 }), speculation, async (count, given) => {
        const listing = calm(count, 10);
        await read(listing.source, given);
        const pages = Math.ceil((count + 1) / 10);
        const seams = Math.ceil(count / 10);
        expect(listing.requests()).toBeLessThanOrEqual(pages + seams + given.most);
      }),
      { numRuns: 200 },
    );
  });

  it('asks for nothing behind a short page before it is known to be followed', async () => {
    const { source, asked } = written(async ({ page: number }) =>
      page(number === 0 ? entries(0, 10) : number === 1 ? entries(10, 4) : []),
    );
    await read(source, { first: 2, most: 16 });
    expect(asked.filter(({ to, from }) => to === null && from === null)).toHaveLength(3);
  });
});

describe('the end', () => {
  it('is an empty page: neither a short one nor a missing last_page', async () => {
    const pages = [entries(0, 10), entries(10, 3), entries(13, 10), entries(23, 1), []];
    const { source } = written(async ({ page: number, to }) =>
      page(to === null ? (pages[number] ?? []) : []),
    );
    const { outcome, ids } = await read(source, { first: 5, most: 5 });
    expect(ids).toHaveLength(24);
    expect(outcome.kind).toBe('complete');
  });

  it('is last_page: true, even on a full page', async () => {
    const { source, asked } = written(async () => page(entries(0, 10), true));
    const { ids } = await read(source);
    expect([ids.length, asked.length]).toEqual([10, 1]);
  });

  it('is not a page of which nothing can be read', async () => {
    const unreadable = Array.from({ length: 10 }, () => ({ odd: true }));
    const told: (readonly unknown[])[] = [];
    const { source } = written(async ({ page: number }) =>
      number === 0
        ? ok({ kind: 'items', items: [], unreadable, isLast: null })
        : page(number === 1 ? entries(0, 2) : []),
    );
    const outcome = await readNumberedPages(source, {
      speculation: { first: 1, most: 1 },
      deliver: (delivery) => void told.push([delivery.items.length, delivery.unreadable.length]),
    });
    expect(told).toEqual([
      [0, 10],
      [2, 0],
    ]);
    expect(outcome.kind).toBe('complete');
  });
});

describe('what goes wrong', () => {
  const offline = { kind: 'offline' } as const;

  it.each([1, 4])('keeps what came before an error and never says complete (%i)', async (most) => {
    const { source } = written(async ({ page: number, from }) =>
      number === 2 || (from !== null && from > 18)
        ? fail(offline)
        : page(entries((from === null ? 0 : from - 1) + number * 10, 10)),
    );
    const { outcome, ids } = await read(source, { first: 1, most });
    expect(outcome).toMatchObject({ kind: 'stopped', error: offline });
    expect(ids.length).toBeGreaterThanOrEqual(10);
    expect(ids).toEqual(entries(0, ids.length).map(({ id }) => id));
  });

  it('passes over an error behind the end', async () => {
    const { source } = written(async ({ page: number }) =>
      number === 0 ? page(entries(0, 4)) : number === 1 ? page([]) : fail(offline),
    );
    expect((await read(source, { first: 5, most: 5 })).outcome.kind).toBe('complete');
  });

  it('says so where a seam cannot be read', async () => {
    const { source } = written(async ({ page: number, from }) =>
      from !== null ? fail(offline) : page(number < 3 ? entries(number * 10, 10) : []),
    );
    const { outcome, ids } = await read(source, { first: 4, most: 4 });
    expect(outcome).toMatchObject({ kind: 'stopped', error: offline });
    expect(ids).toHaveLength(30);
  });

  it('hands an unknown shape on as it came', async () => {
    const raw = { surprise: [1] };
    const { source } = written(async ({ page: number }) =>
      number === 0 ? page(entries(0, 10)) : ok({ kind: 'unknown', raw }),
    );
    const { outcome, ids } = await read(source, { first: 2, most: 2 });
    expect(outcome).toMatchObject({ kind: 'unknownShape', raw });
    expect(ids).toHaveLength(10);
  });

  it('reads on but promises less where pages come in another order', async () => {
    const { source } = written(async ({ page: number }) =>
      page(number < 3 ? entries(number * 10, 10).toReversed() : []),
    );
    const { outcome, ids } = await read(source, { first: 1, most: 4 });
    expect(outcome).toMatchObject({ kind: 'complete', isProved: false });
    expect(ids).toHaveLength(30);
  });
});

describe('cancelling', () => {
  it('ends every page under way', async () => {
    const abort = new AbortController();
    const signals: AbortSignal[] = [];
    const source: NumberedPages<Entry> = {
      ...written(async () => page([])).source,
      read: (_at, signal) => {
        signals.push(signal);
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(fail({ kind: 'cancelled' })));
        });
      },
    };
    const reading = read(source, { first: 4, most: 8, signal: abort.signal });
    abort.abort();
    expect((await reading).outcome).toMatchObject({
      kind: 'stopped',
      error: { kind: 'cancelled' },
    });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, true]);
  });

  it('happens to pages behind the end, and when a delivery throws', async () => {
    const signals: AbortSignal[] = [];
    const source: NumberedPages<Entry> = {
      ...written(async () => page([])).source,
      read: async ({ page: number }, signal) => {
        signals.push(signal);
        if (number === 0) return page(entries(0, 10));
        if (number === 1) return page([]);
        return new Promise(() => undefined);
      },
    };
    const refuse = (): never => {
      throw new Error('no room');
    };
    await expect(
      readNumberedPages(source, { speculation: { first: 4, most: 4 }, deliver: refuse }),
    ).rejects.toThrow('no room');
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it('keeps no more than two windows of pages for a slow reader', async () => {
    const listing = calm(1000, 10);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reading = readNumberedPages(listing.source, {
      speculation: { first: 4, most: 4 },
      deliver: () => held,
    });
    for (let turn = 0; turn < 100; turn += 1) await new Promise((done) => setImmediate(done));
    expect(listing.requests()).toBeLessThanOrEqual(9);
    release();
    expect((await reading).kind).toBe('complete');
  });
});

import { describe, expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.test-support.ts';
import { createTransport, LARGEST_ANSWER } from './transport.ts';

const MEGABYTE = 1024 * 1024;
const TIMEOUTS = { headersMs: 15_000, bodyMs: 30_000 };
const request = { url: 'https://api.clickup.com/api/v2/user', method: 'GET', headers: {} };

/** A body of so many megabytes, one at a time; `read` counts those that were asked for. */
const sized = (megabytes: number, extra = 0) => {
  const state = { read: 0, isCancelled: false };
  const piece = new Uint8Array(MEGABYTE);
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        state.read += 1;
        if (state.read <= megabytes) controller.enqueue(piece);
        else {
          if (extra > 0) controller.enqueue(new Uint8Array(extra));
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
  return { state, body };
};

const over = (body: ReadableStream<Uint8Array>) => {
  const clock = createFakeClock();
  const signals: (AbortSignal | null | undefined)[] = [];
  const transport = createTransport({
    async fetch(_url, init) {
      signals.push(init.signal);
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    },
    clock,
    timeouts: TIMEOUTS,
  });
  return { clock, signals, transport };
};

describe('the size of an answer', () => {
  it('may be 64 MB, to the byte', async () => {
    const { body } = sized(64);
    const { transport } = over(body);
    const received = await transport(request);
    expect(received.ok && received.value.bytes.byteLength).toBe(LARGEST_ANSWER);
  });

  it('is a bad answer above that, of which no more is read and whose request ends', async () => {
    const { body, state } = sized(1000, 1);
    const { transport, signals, clock } = over(body);
    expect(await transport(request)).toEqual({
      ok: false,
      error: {
        kind: 'badAnswer',
        status: 200,
        contentType: 'application/json',
        said: null,
        largerThan: LARGEST_ANSWER,
      },
      mayHaveLeft: true,
    });
    expect(state.read).toBe(65);
    expect(signals[0]?.aborted).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  it('keeps the pieces in order', async () => {
    const text = 'aé🙂z'.repeat(1000);
    const all = new TextEncoder().encode(text);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < all.length; at += 7) controller.enqueue(all.subarray(at, at + 7));
        controller.close();
      },
    });
    const received = await over(body).transport(request);
    expect(received.ok && new TextDecoder().decode(received.value.bytes)).toBe(text);
  });
});

describe('the time until the headers', () => {
  it('may be less than usual, and never more', async () => {
    for (const [headersMs, expected] of [
      [4000, 4000],
      [90_000, 15_000],
    ] as const) {
      const clock = createFakeClock();
      const transport = createTransport({
        fetch: () => new Promise(() => {}),
        clock,
        timeouts: TIMEOUTS,
      });
      const received = transport({ ...request, headersMs });
      // oxlint-disable-next-line no-await-in-loop -- each on its own clock
      await clock.advanceAsync(expected);
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await received).toMatchObject({ error: { kind: 'timeout', afterMs: expected } });
    }
  });
});

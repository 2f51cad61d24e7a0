import { describe, expect, it } from 'vitest';
import type { Transport } from './transport.ts';
import { createWriteTransport } from './write-transport.ts';

const request = { url: 'https://api.clickup.com/api/v2/x', method: 'POST', headers: {} };
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const world = (most: number) => {
  const happened: string[] = [];
  const ends: (() => void)[] = [];
  const transport = createWriteTransport(
    (index): { transport: Transport; closeConnections: () => Promise<void> } => {
      happened.push(`open ${index}`);
      return {
        async closeConnections() {
          happened.push(`close ${index}`);
        },
        transport: () =>
          new Promise((resolve) => {
            happened.push(`send ${index}`);
            ends.push(() => resolve({ ok: false, error: { kind: 'offline' }, mayHaveLeft: true }));
          }),
      };
    },
    most,
  );
  return { happened, ends, transport };
};

describe('the way of writes', () => {
  it('closes what was kept before each one, and opens nothing new while one is free', async () => {
    const { happened, ends, transport } = world(2);
    const first = transport(request);
    await settle();
    ends[0]?.();
    await first;
    const second = transport(request);
    await settle();
    ends[1]?.();
    await second;
    expect(happened).toEqual(['open 0', 'close 0', 'send 0', 'close 0', 'send 0']);
  });

  it('never has two on one line, and queues beyond the most', async () => {
    const { happened, ends, transport } = world(2);
    const all = [transport(request), transport(request), transport(request)];
    await settle();
    expect(happened.toSorted()).toEqual([
      'close 0',
      'close 1',
      'open 0',
      'open 1',
      'send 0',
      'send 1',
    ]);
    ends[1]?.();
    await all[1];
    await settle();
    expect(happened.slice(6)).toEqual(['close 1', 'send 1']);
    ends[0]?.();
    ends[2]?.();
    await Promise.all(all);
  });

  it('gives its line back where sending throws', async () => {
    const transport = createWriteTransport(
      () => ({
        transport: () => Promise.reject(new Error('broken')),
        closeConnections: () => Promise.resolve(),
      }),
      1,
    );
    await expect(transport(request)).rejects.toThrow('broken');
    await expect(transport(request)).rejects.toThrow('broken');
  });
});

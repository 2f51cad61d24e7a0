import { expect, it, vi } from 'vitest';
import { createRequestPartitions } from './request-partitions.ts';

const partition = () => ({
  fetch: vi.fn<() => Promise<Response>>(async () => new Response('{}')),
  closeAllConnections: vi.fn<() => Promise<void>>(async () => {}),
  clearAuthCache: vi.fn<() => Promise<void>>(async () => {}),
  clearStorageData: vi.fn<() => Promise<void>>(async () => {}),
});

it('opens each partition once, in memory and without a cache', () => {
  const open = vi.fn<Parameters<typeof createRequestPartitions>[0]>(() => partition());
  const partitions = createRequestPartitions(open);
  partitions.open('perch-requests');
  partitions.open('perch-requests');
  partitions.open('perch-write-0');
  expect(open.mock.calls).toEqual([
    ['perch-requests', { cache: false }],
    ['perch-write-0', { cache: false }],
  ]);
  expect(open.mock.calls.every(([name]) => !name.startsWith('persist:'))).toBe(true);
});

it('clears every one that was opened', async () => {
  const made: ReturnType<typeof partition>[] = [];
  const partitions = createRequestPartitions(() => {
    made.push(partition());
    return made.at(-1) ?? partition();
  });
  partitions.open('a');
  partitions.open('b');
  await partitions.clear();
  for (const { closeAllConnections, clearAuthCache, clearStorageData } of made) {
    expect(closeAllConnections).toHaveBeenCalledOnce();
    expect(clearAuthCache).toHaveBeenCalledOnce();
    expect(clearStorageData).toHaveBeenCalledOnce();
  }
  expect(made).toHaveLength(2);
});

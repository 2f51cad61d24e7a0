import type { Capture } from '../../contract/captures.ts';

export const CONNECTION = '6f1c0f6e-5d0a-4d51-9a51-1f1b0a2f7b10';

/** The id of the nth capture of a test. */
export const captureId = (n: number): string =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const captureOf = (change: Partial<Capture> = {}): Capture => ({
  id: captureId(1),
  userId: 183,
  connectionId: CONNECTION,
  workspaceId: '900',
  listId: '10',
  title: 'Fix /login #1234',
  description: '',
  due: null,
  priority: null,
  tags: [],
  assigneeIds: [],
  status: null,
  fields: [],
  createdAt: 1_790_000_000_000,
  ...change,
});

import type { SamplePriority } from '../data/model.ts';

const PRIORITIES: Readonly<
  Record<SamplePriority, { readonly id: string; readonly color: string }>
> = {
  urgent: { id: '1', color: '#f50000' },
  high: { id: '2', color: '#f8ae00' },
  normal: { id: '3', color: '#6fddff' },
  low: { id: '4', color: '#d8d8d8' },
};

/** An object, never the number of the specification's example. */
export const priorityWire = (priority: SamplePriority) => {
  const { id, color } = PRIORITIES[priority];
  return { id, priority, color, orderindex: id };
};

/** The priority a request names by its number, 1 to 4; null for any other number. */
export const priorityOf = (number: number): SamplePriority | null =>
  (['urgent', 'high', 'normal', 'low'] as const)[number - 1] ?? null;

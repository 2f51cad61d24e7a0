/** The middle and the spread of a series of measurements, in their own unit. */
export interface Summary {
  readonly median: number;
  /** The 10th and the 90th percentile. */
  readonly spread: readonly [number, number];
  readonly runs: number;
}

/**
 * The value below which a share of the samples lies, interpolated between neighbours.
 * @param share From 0 to 1.
 * Throws a RangeError without samples.
 */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined)
    throw new RangeError('A percentile needs samples.');
  return below + (above - below) * (at - Math.floor(at));
}

/** Throws a RangeError without samples. */
export const summarise = (samples: readonly number[]): Summary => ({
  median: percentile(samples, 0.5),
  spread: [percentile(samples, 0.1), percentile(samples, 0.9)],
  runs: samples.length,
});

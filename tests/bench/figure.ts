import { summarise } from './statistics.ts';

/**
 * What kind of thing a figure counts. Sizes and counts are the same on every machine, so a budget
 * that they break fails the bench; times and memory depend on the machine and only warn.
 */
export type FigureKind = 'size' | 'count' | 'time' | 'memory';

/** What is measured, before it has been. */
export interface Figure {
  readonly name: string;
  readonly kind: FigureKind;
  /** `KB` is 1,000 bytes and `MB` 1,000,000. */
  readonly unit: 'KB' | 'MB' | 'ms' | '×' | 'files' | 'requests';
  /** The most it may be; null where it is only reported. */
  readonly budget: number | null;
}

/** One value, or the samples whose median is the value. Null where this system cannot tell. */
export type Reading = number | readonly number[] | null;

/** A figure with its value, as one line of the bench prints it. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: Figure['unit'];
  readonly budget: number | null;
  readonly ok: boolean;
  readonly kind: FigureKind;
  /** The 10th and the 90th percentile of the samples. */
  readonly spread?: readonly [number, number];
  readonly runs?: number;
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Holds a reading against the figure's budget. Judged before rounding; null without a reading. */
export function judge(figure: Figure, reading: Reading): Result | null {
  if (reading === null) return null;
  const { name, unit, budget, kind } = figure;
  const summary = typeof reading === 'number' ? null : summarise(reading);
  const exact = typeof reading === 'number' ? reading : summarise(reading).median;
  return {
    name,
    value: rounded(exact),
    unit,
    budget: budget === null ? null : rounded(budget),
    ok: budget === null || exact <= budget,
    kind,
    ...(summary === null
      ? {}
      : {
          spread: [rounded(summary.spread[0]), rounded(summary.spread[1])] as const,
          runs: summary.runs,
        }),
  };
}

/** Whether a result fails the bench, rather than warn. */
export const isFailure = ({ ok, kind }: Result): boolean =>
  !ok && (kind === 'size' || kind === 'count');

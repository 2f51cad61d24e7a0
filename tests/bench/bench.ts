import { isFailure, judge, type Figure, type Result } from './figure.ts';
import type { Group, Stage } from './group.ts';

export interface BenchOptions {
  readonly groups: readonly Group[];
  /** Part of the names of the figures that are wanted; empty for all. */
  readonly wanted: string;
  /** Called with each result as soon as it is there. */
  readonly onResult: (result: Result) => void;
}

/** The figures whose name holds the wanted text, whatever its case. */
const wantedOf = ({ figures }: Group, wanted: string): readonly (readonly [string, Figure])[] =>
  Object.entries(figures).filter(([, { name }]) =>
    name.toLowerCase().includes(wanted.toLowerCase()),
  );

/** The groups of which something is wanted: the others need not be measured. */
export const groupsWith = (groups: readonly Group[], wanted: string): readonly Group[] =>
  groups.filter((group) => wantedOf(group, wanted).length > 0);

/** Measures group after group, alone, so that none disturbs another. Answers all results. */
export async function bench(
  stage: Stage,
  { groups, wanted, onResult }: BenchOptions,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const group of groupsWith(groups, wanted)) {
    const readings = await group.measure(stage);
    for (const [key, figure] of wantedOf(group, wanted)) {
      const result = judge(figure, readings[key] ?? null);
      if (result === null) continue;
      results.push(result);
      onResult(result);
    }
  }
  return results;
}

/** The exit code: 1 where a size or a count is over its budget. */
export const exitCode = (results: readonly Result[]): number => (results.some(isFailure) ? 1 : 0);

import type { Result } from './figure.ts';

const HEADINGS = ['figure', 'value', 'spread', 'budget', ''] as const;

const cells = ({ name, value, unit, budget, spread, runs, ok }: Result): readonly string[] => [
  name,
  `${value} ${unit}`,
  spread === undefined ? '' : `${spread[0]}–${spread[1]} in ${runs}`,
  budget === null ? '' : `≤ ${budget}`,
  ok ? '' : 'OVER',
];

/** The results as a table for people: one line each, columns of equal width. */
export function table(results: readonly Result[]): string {
  const rows = [HEADINGS, ...results.map(cells)];
  const widths = HEADINGS.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/** The instant at which every picture is taken: Tuesday 24 November 2026, 10:12:47 in Berlin. */
export const NOW = Date.parse('2026-11-24T09:12:47Z');

export type Theme = 'light' | 'dark';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A way to look at a stop. Sizes are CSS pixels of the window's content. */
export interface Look extends Size {
  readonly theme: Theme;
}

/** The size Perch opens with, and the smallest it can be made. */
export const SIZES: readonly Size[] = [
  { width: 900, height: 640 },
  { width: 720, height: 520 },
];

const THEMES: readonly Theme[] = ['light', 'dark'];

/** Every look that each stop has a picture of. */
export const LOOKS: readonly Look[] = SIZES.flatMap((size) =>
  THEMES.map((theme) => ({ width: size.width, height: size.height, theme })),
);

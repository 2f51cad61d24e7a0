import type { Bundles } from './bundles.ts';
import type { Figure, Reading } from './figure.ts';

/** What runs the build, by the name that figures carry which hold on that one only. */
export type RuntimeName = 'stand-in' | 'Electron';

/** What every group measures on. */
export interface Stage {
  /** The project's folder, which is also the app's. */
  readonly root: string;
  readonly bundles: Bundles;
  /** Electron's executable, or the stand-in's. */
  readonly executable: string;
  /** Switches without which it does not start here. */
  readonly switches: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Chromium's program; throws where there is none. */
  readonly chromium: () => string;
}

/** Figures that are measured together. */
export interface Group<Key extends string = string> {
  readonly figures: Readonly<Record<Key, Figure>>;
  measure(stage: Stage): Promise<Readonly<Record<Key, Reading>>>;
}

/** Lets the compiler find out a group's keys, so that no figure is without its reading. */
export const group = <Key extends string>(members: Group<Key>): Group => members;

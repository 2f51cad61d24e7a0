import type { Locator, Page } from '@playwright/test';
import type { Fixtures, World } from '../e2e/support/test.ts';
import type { Perch } from '../e2e/support/perch.ts';

/** What a stop can work with: the fixtures of the end-to-end tests, with the time standing still. */
export type Visit = Pick<Fixtures, 'clickup' | 'keyring' | 'launch' | 'userData'>;

/** One state of a screen that has a picture in each look. */
export interface Stop {
  /** The name of its pictures, unique on its screen. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence or two. */
  readonly caption: string;
  /** Leads to the state and answers the app that shows it. */
  readonly setUp: (visit: Visit) => Promise<Perch>;
  /** What is to be seen; looked for before each picture, so that no picture shows something else. */
  readonly shows: (page: Page) => readonly (string | RegExp | Locator)[];
  /** Whether Perch listens on its loopback ports, which only one can do at a time. */
  readonly usesPorts?: true;
  /** Where ClickUp's double is another than usual. */
  readonly world?: Omit<World, 'at'>;
}

/** A screen, or a part of the window, with its states in the order of the tour. */
export interface TourScreen {
  /** The folder of its pictures; for a screen, the name of its folder in `renderer/screens`. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly stops: readonly Stop[];
}

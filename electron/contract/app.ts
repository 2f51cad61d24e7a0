import * as z from 'zod';
import { invocation, nothing } from './invocation.ts';

/** The pages Perch may open in the browser, named; the renderer never gives an address. */
export const LINKS = [
  'clickupApiToken',
  'clickupApps',
  'clickupHome',
  'clickupAuthenticationHelp',
] as const;
export type LinkName = (typeof LINKS)[number];

/** What the renderer may know of the app it runs in. */
export interface AppDescription {
  readonly version: string;
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Unix milliseconds at which the answer was made; the renderer's clock starts here. */
  readonly now: number;
}

/** The screens that the tray and the menu can ask the window to show. */
export type ScreenName = 'connect' | 'tokens' | 'workspaces' | 'requests';

export const appContract = {
  describe: invocation(nothing).returns<AppDescription>(),
  openLink: invocation(z.strictObject({ link: z.enum(LINKS) })).returns<null>(),
  /**
   * The page is listening from here on. Answers the screen that was asked for before it was, if any.
   */
  takeScreen: invocation(nothing).returns<ScreenName | null>(),
};

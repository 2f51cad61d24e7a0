import type { TourScreen } from './stop.ts';
import { connect } from './stops/connect.ts';
import { oauth } from './stops/oauth.ts';
import { requests } from './stops/requests.ts';
import { tokens } from './stops/tokens.ts';
import { window } from './stops/window.ts';
import { workspaces } from './stops/workspaces.ts';

/** Every screen in the order of the tour. A screen added here joins the tour. */
export const TOUR: readonly TourScreen[] = [connect, oauth, workspaces, requests, tokens, window];

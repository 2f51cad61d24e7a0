import { assertNever } from '../contract/errors.ts';
import type { LinkName } from '../contract/app.ts';
import { SCHEME } from '../contract/scheme.ts';

/** Hosts that Perch may ask the system's browser to open. */
const HOSTS = new Set([
  'app.clickup.com',
  'clickup.com',
  'developer.clickup.com',
  'help.clickup.com',
]);

/** The addresses behind the names that the renderer may use. */
function addressOf(link: LinkName): string {
  switch (link) {
    case 'clickupApiToken':
      return 'https://app.clickup.com/settings/apps';
    case 'clickupApps':
      return 'https://app.clickup.com/settings/team/integrations';
    case 'clickupHome':
      return 'https://app.clickup.com/';
    case 'clickupAuthenticationHelp':
      return 'https://developer.clickup.com/docs/authentication';
    default:
      return assertNever(link);
  }
}

/** A text as an address, where it is one and holds no user information. */
function plainAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && url.username === '' && url.password === '' ? url : null;
}

/**
 * The address as it may be handed to the system, written anew from its parts; null where it is not
 * plain https to a listed host.
 */
export function safeExternalAddress(text: string): string | null {
  const url = plainAddress(text);
  const isSafe = url?.protocol === 'https:' && url.port === '' && HOSTS.has(url.hostname);
  return isSafe ? url.href : null;
}

/** The only ways out to the system's browser. Each answers whether the page was let through. */
export interface ExternalLinks {
  open(link: LinkName): Promise<boolean>;
  /** The authorize page: ClickUp's, or that of the one server this build was started against. */
  openAuthorize(address: string): Promise<boolean>;
  /** A redirect URL that is to be tried. The caller has found it among those that are set up. */
  openRedirect(address: string): Promise<boolean>;
}

/** @param authorizeOrigin Origin of the authorize page of this run. */
export function createExternalLinks(
  openExternal: (address: string) => Promise<void>,
  authorizeOrigin: string,
): ExternalLinks {
  const hand = async (address: string | null): Promise<boolean> => {
    if (address === null) return false;
    await openExternal(address);
    return true;
  };
  return {
    open: async (link) => hand(safeExternalAddress(addressOf(link))),
    async openAuthorize(address) {
      const url = plainAddress(address);
      // Not `origin`: a `blob:` address has that of the address inside it.
      const isOurs = url !== null && `${url.protocol}//${url.host}` === authorizeOrigin;
      return hand(isOurs ? url.href : null);
    },
    async openRedirect(address) {
      const url = plainAddress(address);
      const isCallback =
        url?.protocol === 'https:' ||
        url?.protocol === `${SCHEME}:` ||
        (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
      return hand(isCallback ? url.href : null);
    },
  };
}
